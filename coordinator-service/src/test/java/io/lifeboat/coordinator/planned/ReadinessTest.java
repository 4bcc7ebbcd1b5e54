package io.lifeboat.coordinator.planned;

import static io.lifeboat.coordinator.signal.Shop.HOME;
import static io.lifeboat.coordinator.signal.Shop.OTHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.chassis.problem.ProblemException;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.Step;
import io.lifeboat.contract.plan.Tier;
import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.coordinator.execution.UnfinishedMove;
import io.lifeboat.coordinator.signal.Evidence;
import io.lifeboat.coordinator.signal.Seen;
import io.lifeboat.coordinator.signal.Shop;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReadinessTest {

    private static final Plan PLAN = Shop.plan();
    private static final Optional<UnfinishedMove> HALF_WAY =
            Optional.of(new UnfinishedMove("e1", HOME, OTHER, Map.of()));

    @Test
    void shouldGoFromWhereTheWriterIs() {
        assertThat(course(PLAN, well(HOME), Optional.empty(), null)).isEqualTo(new Course(HOME, OTHER));
        assertThat(course(PLAN, well(OTHER), Optional.empty(), HOME)).isEqualTo(new Course(OTHER, HOME));
    }

    @Test
    void shouldFinishWhatStoppedHalfWayUnlessThePersonWantsToGoBack() {
        assertThat(course(PLAN, well(OTHER), HALF_WAY, null)).isEqualTo(new Course(HOME, OTHER));
        assertThat(course(PLAN, well(OTHER), HALF_WAY, OTHER)).isEqualTo(new Course(HOME, OTHER));
        assertThat(course(PLAN, well(OTHER), HALF_WAY, HOME)).isEqualTo(new Course(OTHER, HOME));
    }

    @Test
    void shouldRefuseARegionThatIsActiveOrUnknown() {
        assertThatThrownBy(() -> course(PLAN, well(HOME), Optional.empty(), HOME))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("active region already");
        assertThatThrownBy(() -> course(PLAN, well(HOME), Optional.empty(), "eu-north-1"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no region of the plan");
    }

    @Test
    void shouldRefuseWhileAnythingIsWrongOrUnknownOfTheActiveRegion() {
        Evidence troubled = Seen.evidence(
                Seen.by("frankfurt"), Seen.by("office").set("api-live", Tier.COMPUTE, HOME, SignalState.DOWN));
        Evidence silent = Seen.evidence(Seen.by("frankfurt"), Seen.by("office").since(Duration.ofHours(1)));

        assertThatThrownBy(() -> course(PLAN, troubled, Optional.empty(), null))
                .hasMessageContaining("not seen in order");
        assertThatThrownBy(() -> course(PLAN, silent, Optional.empty(), null))
                .hasMessageContaining("not seen in order");
        assertThatThrownBy(() -> course(PLAN, well(null), Optional.empty(), null))
                .hasMessageContaining("nobody sees where the writer is");
    }

    @Test
    void shouldRefuseASideThatDoesNotFollow() {
        Evidence behind = Seen.evidence(
                Seen.by("frankfurt").synchronization("pending-resync"),
                Seen.by("office").synchronization("pending-resync"));

        assertThatThrownBy(() -> course(PLAN, behind, Optional.empty(), null))
                .hasMessageContaining("has not re-synchronised");
    }

    @Test
    void shouldRefuseAPlanThatWouldLoseDataInARehearsal() {
        Plan bare = Shop.withProcedures(Map.of(
                "failover", List.of(new Step("promote", "aurora.failover", null, null, List.of(), null, null, null))));

        assertThatThrownBy(() -> course(bare, well(HOME), Optional.empty(), null))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("runs aurora.failover in a rehearsal too");
        assertThatThrownBy(() -> course(Shop.withProcedures(Map.of()), well(HOME), Optional.empty(), null))
                .hasMessageContaining("no procedure failover");
    }

    private static Course course(
            Plan plan, Evidence evidence, Optional<UnfinishedMove> unfinished, @Nullable String wanted) {
        return Readiness.course(Purpose.REHEARSAL, plan, evidence, unfinished, wanted);
    }

    private static Evidence well(@Nullable String writer) {
        Duration now = Duration.ofSeconds(1);
        return Seen.evidence(
                Seen.by("frankfurt").lag(writer, now, now), Seen.by("office").lag(writer, now, now));
    }
}
