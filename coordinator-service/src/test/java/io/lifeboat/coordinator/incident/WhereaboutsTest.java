package io.lifeboat.coordinator.incident;

import static io.lifeboat.coordinator.signal.Shop.HOME;
import static io.lifeboat.coordinator.signal.Shop.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.Tier;
import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.coordinator.execution.UnfinishedMove;
import io.lifeboat.coordinator.signal.Evidence;
import io.lifeboat.coordinator.signal.Seen;
import io.lifeboat.coordinator.signal.Shop;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WhereaboutsTest {

    private static final Duration LOST_FOR = Duration.ofSeconds(20);
    private static final Plan PLAN = Shop.plan();
    private static final Optional<UnfinishedMove> HALF_WAY =
            Optional.of(new UnfinishedMove("e1", HOME, OTHER, Map.of()));

    @Test
    void shouldBeWhereTheWriterIsWhenNothingIsUnfinished() {
        assertThat(Whereabouts.seen(PLAN, homeLost(OTHER), Optional.empty()))
                .contains(new Whereabouts(OTHER, HOME, false));
    }

    @Test
    void shouldBeInTheRegionLeftWhileThatIsLostAndTheMoveOutOfItIsUnfinished() {
        assertThat(Whereabouts.seen(PLAN, homeLost(OTHER), HALF_WAY)).contains(new Whereabouts(HOME, OTHER, true));
    }

    @Test
    void shouldGoTheOrdinaryWayWhileTheMoveHasNotTakenTheWriterAlong() {
        assertThat(Whereabouts.seen(PLAN, homeLost(HOME), HALF_WAY)).contains(new Whereabouts(HOME, OTHER, false));
    }

    @Test
    void shouldBeWhereTheWriterIsWhileBothRegionsAreInOrder() {
        Evidence well = Seen.evidence(by("frankfurt", OTHER), by("office", OTHER));

        assertThat(Whereabouts.seen(PLAN, well, HALF_WAY)).contains(new Whereabouts(OTHER, HOME, false));
    }

    @Test
    void shouldBeWhereTheWriterIsWhenThatRegionIsTheOneLost() {
        Evidence lost = Seen.evidence(otherLost("dublin"), otherLost("office"));

        assertThat(Whereabouts.seen(PLAN, lost, HALF_WAY)).contains(new Whereabouts(OTHER, HOME, false));
    }

    @Test
    void shouldNotSayWhileNobodySeesTheWriter() {
        assertThat(Whereabouts.seen(PLAN, homeLost(null), HALF_WAY)).isEmpty();
    }

    private static Evidence homeLost(String writer) {
        return Seen.evidence(
                by("frankfurt", writer).homeLost(LOST_FOR), by("office", writer).homeLost(LOST_FOR));
    }

    private static Seen by(String vantage, String writer) {
        return Seen.by(vantage).lag(writer, null, null);
    }

    /** Home is degraded besides, as its tasks are after a fence. */
    private static Seen otherLost(String vantage) {
        return by(vantage, OTHER)
                .set("api-live", Tier.COMPUTE, OTHER, SignalState.DOWN)
                .set("database", Tier.DATABASE, OTHER, SignalState.DOWN)
                .set("entrance", Tier.ENTRANCE, null, SignalState.DOWN);
    }
}
