package io.lifeboat.coordinator.signal;

import static io.lifeboat.contract.plan.Tier.DATABASE;
import static io.lifeboat.contract.signal.SignalState.DOWN;
import static io.lifeboat.contract.signal.SignalState.UNKNOWN;
import static io.lifeboat.coordinator.signal.Shop.HOME;
import static io.lifeboat.coordinator.signal.Shop.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.contract.signal.Heartbeat;
import io.lifeboat.contract.signal.Sight;
import io.lifeboat.contract.signal.Signal;
import io.lifeboat.contract.signal.SignalSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OldWriterTest {

    private static final boolean EXECUTING = true;
    private static final boolean DECIDING = false;

    private static final Heartbeat ACCEPTED = heartbeat(41, HOME, null);
    private static final Heartbeat REFUSED = heartbeat(41, HOME, Seen.SENT);

    @Test
    void shouldLearnTheFirstHeartbeatItHearsOf() {
        assertThat(OldWriter.lastAccepted(Optional.empty(), view(ACCEPTED), HOME, DECIDING))
                .contains(ACCEPTED);
    }

    @Test
    void shouldLearnWhenItsWritesAreRefused() {
        assertThat(OldWriter.lastAccepted(Optional.of(ACCEPTED), view(REFUSED), HOME, EXECUTING))
                .contains(REFUSED);
    }

    @Test
    void shouldFollowAWriterThatCameBackBeforeAnythingWasDone() {
        Heartbeat again = heartbeat(42, HOME, null);

        assertThat(OldWriter.lastAccepted(Optional.of(REFUSED), view(again), HOME, DECIDING))
                .contains(again);
    }

    @Test
    void shouldNotTakeTheNewWriterForTheOldOne() {
        assertThat(OldWriter.lastAccepted(Optional.of(REFUSED), view(heartbeat(42, OTHER, null)), HOME, EXECUTING))
                .contains(REFUSED);
        assertThat(OldWriter.lastAccepted(Optional.of(REFUSED), view(heartbeat(42, null, null)), HOME, EXECUTING))
                .contains(REFUSED);
    }

    @Test
    void shouldNotBelieveTheRegionOfAVantageThatSeesTheOldDatabaseDown() {
        // Given a vantage that has not learnt yet that the writer moved
        View stale = view(heartbeat(42, HOME, null), down());

        assertThat(OldWriter.lastAccepted(Optional.of(REFUSED), stale, HOME, EXECUTING))
                .contains(REFUSED);
    }

    @Test
    void shouldSeeAnOldWriterThatAcceptsWritesWhileAnExecutionRuns() {
        Heartbeat behindOurBack = heartbeat(42, HOME, null);

        assertThat(OldWriter.lastAccepted(Optional.of(REFUSED), view(behindOurBack), HOME, EXECUTING))
                .contains(behindOurBack);
    }

    @Test
    void shouldKeepWhatItKnowsWhenADetectorIsStartedAgain() {
        assertThat(OldWriter.lastAccepted(Optional.of(REFUSED), view(null), HOME, EXECUTING))
                .contains(REFUSED);
    }

    @Test
    void shouldNotTakeAHeartbeatFirstHeardOfDuringAnExecutionForTheOldWriters() {
        assertThat(OldWriter.lastAccepted(Optional.empty(), view(heartbeat(42, null, null)), HOME, EXECUTING))
                .isEmpty();
    }

    private static View view(@Nullable Heartbeat heartbeat, Signal... others) {
        Signal write = new Signal(
                "orders",
                DATABASE,
                HOME,
                heartbeat == null ? UNKNOWN : DOWN,
                "test",
                Duration.ZERO,
                Duration.ZERO,
                null,
                null,
                heartbeat,
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
                1,
                Seen.SENT,
                Sight.CLEAR,
                null,
                Stream.concat(Stream.of(write), List.of(others).stream()).toList());
        return new View("office", null, snapshot, Duration.ZERO);
    }

    private static Signal down() {
        return new Signal(
                "database",
                DATABASE,
                HOME,
                DOWN,
                "test",
                Duration.ZERO,
                Duration.ZERO,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static Heartbeat heartbeat(long sequence, @Nullable String region, @Nullable Instant failedAt) {
        Instant sent = Seen.SENT.minusSeconds(100 - sequence);
        return new Heartbeat(region, sequence, sent, sent, Duration.ofSeconds(1), failedAt);
    }
}
