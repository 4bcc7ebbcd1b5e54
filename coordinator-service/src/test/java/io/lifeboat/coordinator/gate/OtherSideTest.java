package io.lifeboat.coordinator.gate;

import static io.lifeboat.contract.plan.Tier.COMPUTE;
import static io.lifeboat.contract.plan.Tier.DATABASE;
import static io.lifeboat.contract.signal.SignalState.DEGRADED;
import static io.lifeboat.contract.signal.SignalState.DOWN;
import static io.lifeboat.contract.signal.SignalState.UNKNOWN;
import static io.lifeboat.coordinator.gate.Evaluated.expect;
import static io.lifeboat.coordinator.gate.Evaluated.lost;
import static io.lifeboat.coordinator.gate.Evaluated.reason;
import static io.lifeboat.coordinator.gate.Evaluated.seconds;
import static io.lifeboat.coordinator.gate.Evaluated.verdict;
import static io.lifeboat.coordinator.signal.Shop.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.contract.incident.CheckResult.Verdict;
import io.lifeboat.contract.incident.GateOutcome;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.coordinator.plan.ShopYaml;
import io.lifeboat.coordinator.signal.Seen;
import io.lifeboat.coordinator.signal.Shop;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether the region gone to can take over. */
class OtherSideTest {

    @Test
    void shouldHoldUntilTheOtherSideHasReSynchronised() {
        GateInputs stale = lost().seen(
                        Seen.by("frankfurt").homeLost(seconds(20)).synchronization("pending-resync"),
                        Seen.by("office").homeLost(seconds(20)).synchronization("pending-resync"));

        GateDecision decision = expect(stale, GateOutcome.HOLD, "other-side");

        assertThat(decision.decisive().orElseThrow().reason()).contains("has not re-synchronised");
    }

    @Test
    void shouldHoldWhenTheOtherSideIsDown() {
        expect(
                lost().seen(
                                Seen.by("frankfurt").homeLost(seconds(20)).set("api-live", COMPUTE, OTHER, DOWN),
                                Seen.by("office").homeLost(seconds(20))),
                GateOutcome.HOLD,
                "other-side");
    }

    @Test
    void shouldGoToASideWhoseTasksTheFenceStoppedWhenTheFailoverStartsThem() {
        Plan scales = ShopYaml.read(ShopYaml.text()).plan();
        GateInputs stopped = lost().seen(
                        Seen.by("frankfurt").homeLost(seconds(20)).set("api-live", COMPUTE, OTHER, DOWN),
                        Seen.by("office").homeLost(seconds(20)).set("api-live", COMPUTE, OTHER, DOWN));

        GateDecision started = Gate.evaluate(stopped.plan(scales).build());
        assertThat(verdict(started, "other-side")).isEqualTo(Verdict.PASS);
        assertThat(reason(started, "other-side"))
                .isEqualTo(OTHER + " answers every look but api-live, which is down until the failover starts it");
        assertThat(verdict(Gate.evaluate(stopped.plan(Shop.plan()).build()), "other-side"))
                .as("nothing in this plan starts them")
                .isEqualTo(Verdict.HOLD);
        assertThat(verdict(
                        Gate.evaluate(lost().seen(
                                        Seen.by("frankfurt")
                                                .homeLost(seconds(20))
                                                .set("database", DATABASE, OTHER, DOWN),
                                        Seen.by("office").homeLost(seconds(20)))
                                .plan(scales)
                                .build()),
                        "other-side"))
                .as("a database is not started by a failover")
                .isEqualTo(Verdict.HOLD);
    }

    @Test
    void shouldHoldWhenNobodySeesTheOtherSide() {
        Seen blind = Seen.by("office").homeLost(seconds(20));
        for (Seen seen : List.of(blind)) {
            seen.set("api-live", COMPUTE, OTHER, UNKNOWN).without("database");
        }
        Seen frankfurt = Seen.by("frankfurt")
                .homeLost(seconds(20))
                .set("api-live", COMPUTE, OTHER, UNKNOWN)
                .without("database");

        GateDecision decision = Gate.evaluate(lost().seen(frankfurt, blind).build());

        assertThat(decision.outcome()).isEqualTo(GateOutcome.HOLD);
        assertThat(verdict(decision, "other-side")).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void shouldAskWhenNoWatchLooksAtTheOtherSide() {
        expect(
                lost().seen(
                                Seen.by("frankfurt").homeLost(seconds(20)).withoutRegion(OTHER),
                                Seen.by("office").homeLost(seconds(20)).withoutRegion(OTHER)),
                GateOutcome.AWAIT_APPROVAL,
                "other-side");
    }

    @Test
    void shouldAskWhenTheOtherSideIsDegraded() {
        expect(
                lost().seen(
                                Seen.by("frankfurt").homeLost(seconds(20)).set("api-live", COMPUTE, OTHER, DEGRADED),
                                Seen.by("office").homeLost(seconds(20))),
                GateOutcome.AWAIT_APPROVAL,
                "other-side");
    }

    @Test
    void shouldHoldWhenThereIsNoOtherSide() {
        expect(lost().to(null), GateOutcome.HOLD, "other-side");
    }

    @Test
    void shouldAskWhenOnlyWhatTheFailoverStartsIsLookedAt() {
        GateDecision decision = Gate.evaluate(lost().seen(onlyTasks("frankfurt"), onlyTasks("office"))
                .plan(ShopYaml.read(ShopYaml.text()).plan())
                .build());

        assertThat(verdict(decision, "other-side")).isEqualTo(Verdict.ASK);
        assertThat(reason(decision, "other-side")).contains("only api-live looks at it, which is down");
    }

    private static Seen onlyTasks(String vantage) {
        return Seen.by(vantage).withoutRegion(OTHER).homeLost(seconds(20)).set("api-live", COMPUTE, OTHER, DOWN);
    }
}
