package io.lifeboat.coordinator.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.contract.outage.Sighting;
import io.lifeboat.contract.plan.Tier;
import io.lifeboat.contract.signal.Sight;
import io.lifeboat.contract.signal.Signal;
import io.lifeboat.contract.signal.SignalSnapshot;
import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.coordinator.signal.Evidence;
import io.lifeboat.coordinator.signal.View;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LateSightingTest {

    private static final String HOME = "eu-west-1";
    private static final String OTHER = "eu-central-1";
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

    @Test
    void shouldOpenAnIncidentForWhatWasToldAfterTheLatestWasClosed() {
        assertThat(LateSighting.isOver(sighting(HOME, 3), HALF_A_MINUTE, A_MINUTE, HOME, seen(9, HOME, SignalState.UP)))
                .isFalse();
    }

    @Test
    void shouldOpenNothingForWhatItsVantageHasTakenBackSince() {
        assertThat(LateSighting.isOver(sighting(HOME, 3), A_MINUTE, HALF_A_MINUTE, HOME, seen(9, HOME, SignalState.UP)))
                .isTrue();
    }

    @Test
    void shouldNeverTakeForOldWhatItsVantageStillSees() {
        assertThat(LateSighting.isOver(
                        sighting(HOME, 3), A_MINUTE, HALF_A_MINUTE, HOME, seen(9, HOME, SignalState.DOWN)))
                .isFalse();
        assertThat(LateSighting.isOver(
                        sighting(HOME, 3), A_MINUTE, HALF_A_MINUTE, HOME, seen(9, HOME, SignalState.UNKNOWN)))
                .isFalse();
    }

    @Test
    void shouldNotBelieveWhatWasSaidBeforeTheSighting() {
        assertThat(LateSighting.isOver(sighting(HOME, 3), A_MINUTE, HALF_A_MINUTE, HOME, seen(2, HOME, SignalState.UP)))
                .isFalse();
    }

    @Test
    void shouldOpenNothingForTheRegionThatWasLeft() {
        assertThat(LateSighting.isOver(
                        sighting(HOME, 3), A_MINUTE, HALF_A_MINUTE, OTHER, seen(9, HOME, SignalState.DOWN)))
                .isTrue();
    }

    @Test
    void shouldBelieveWhatIsSeenStillHoweverOldItLooks() {
        assertThat(LateSighting.isNewsStill(sighting(HOME, 3), HOME, seen(9, HOME, SignalState.DOWN)))
                .isTrue();
        assertThat(LateSighting.isNewsStill(sighting(null, 3), HOME, seen(9, null, SignalState.DOWN)))
                .as("the entrance")
                .isTrue();
    }

    @Test
    void shouldBelieveWhatItsVantageHasNotTakenBackYet() {
        assertThat(LateSighting.isNewsStill(sighting(HOME, 3), HOME, seen(2, HOME, SignalState.UP)))
                .isTrue();
    }

    @Test
    void shouldNotBelieveWhatNobodyKnowsOf() {
        assertThat(LateSighting.isNewsStill(
                        sighting(HOME, 3), HOME, new Evidence(List.of(new View("office", null, null, null)))))
                .isFalse();
    }

    @Test
    void shouldNotBelieveWhatIsSeenNoMoreOrMattersNoMore() {
        assertThat(LateSighting.isNewsStill(sighting(HOME, 3), HOME, seen(9, HOME, SignalState.UP)))
                .isFalse();
        assertThat(LateSighting.isNewsStill(sighting(HOME, 3), HOME, seen(9, OTHER, SignalState.DOWN)))
                .as("another region")
                .isFalse();
        assertThat(LateSighting.isNewsStill(sighting(HOME, 3), OTHER, seen(9, HOME, SignalState.DOWN)))
                .as("the region that was left")
                .isFalse();
    }

    private static Sighting sighting(@Nullable String region, long sequence) {
        return new Sighting("shop", 1, "office", null, "office-1", "boot", sequence, region, null, List.of());
    }

    private static Evidence seen(long sequence, @Nullable String region, SignalState state) {
        Signal signal = new Signal(
                "api",
                Tier.COMPUTE,
                region,
                state,
                "",
                Duration.ZERO,
                Duration.ZERO,
                null,
                null,
                null,
                null,
                null,
                null);
        SignalSnapshot snapshot = new SignalSnapshot(
                "shop",
                1,
                "office",
                null,
                "office-1",
                "boot",
                sequence,
                Instant.EPOCH,
                Sight.CLEAR,
                null,
                List.of(signal));
        return new Evidence(List.of(new View("office", null, snapshot, Duration.ofSeconds(5))));
    }
}
