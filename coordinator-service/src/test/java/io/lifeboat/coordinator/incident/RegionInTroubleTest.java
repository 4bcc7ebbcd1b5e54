package io.lifeboat.coordinator.incident;

import static io.lifeboat.contract.signal.SignalState.DOWN;
import static io.lifeboat.coordinator.signal.Shop.HOME;
import static io.lifeboat.coordinator.signal.Shop.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.contract.plan.Tier;
import io.lifeboat.coordinator.classify.Circumstances;
import io.lifeboat.coordinator.classify.Classifier;
import io.lifeboat.coordinator.signal.Evidence;
import io.lifeboat.coordinator.signal.Seen;
import io.lifeboat.coordinator.signal.Shop;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RegionInTroubleTest {

    /** Too old for what is wrong to count, and young enough for what is well. */
    private static final Duration A_WHILE_AGO = Duration.ofSeconds(25);

    private final IncidentRow incident = new IncidentRow();

    RegionInTroubleTest() {
        incident.active = OTHER;
    }

    @Test
    void shouldNotForgetARegionThatFailedWhenItWasLastSeenBecauseNobodyIsHeard() {
        Evidence silent = Seen.evidence(homeDown().since(A_WHILE_AGO));

        assertThat(Classifier.classify(Shop.plan(), OTHER, OTHER, silent).clear())
                .as("all that is heard of is well")
                .isTrue();
        assertThat(RegionInTrouble.isElsewhereUnseen(incident, Shop.plan(), silent))
                .isTrue();
    }

    @Test
    void shouldGoByWhatIsSeenWhereSomebodyLooks() {
        assertThat(RegionInTrouble.isElsewhereUnseen(incident, Shop.plan(), Seen.evidence(homeDown())))
                .as("one vantage sees it down now")
                .isFalse();
        assertThat(RegionInTrouble.isElsewhereUnseen(
                        incident, Shop.plan(), Seen.evidence(Seen.by("office").since(A_WHILE_AGO))))
                .as("it was well when it was last seen")
                .isFalse();
    }

    @Test
    void shouldBeNoQuestionWhereTheIncidentNamesItsRegion() {
        Evidence silent = Seen.evidence(homeDown().since(A_WHILE_AGO));
        incident.region = HOME;

        assertThat(RegionInTrouble.isElsewhereUnseen(incident, Shop.plan(), silent))
                .isFalse();
        assertThat(RegionInTrouble.classify(incident, Shop.plan(), silent, Circumstances.NONE)
                        .clear())
                .as("that region is judged, and nothing is known of it")
                .isFalse();
    }

    private static Seen homeDown() {
        return Seen.by("office").set("api-live", Tier.COMPUTE, HOME, DOWN).set("database", Tier.DATABASE, HOME, DOWN);
    }
}
