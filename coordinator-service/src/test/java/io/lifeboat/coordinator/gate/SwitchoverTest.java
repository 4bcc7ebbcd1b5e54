package io.lifeboat.coordinator.gate;

import static io.lifeboat.contract.plan.Tier.COMPUTE;
import static io.lifeboat.contract.plan.Tier.ENTRANCE;
import static io.lifeboat.contract.signal.SignalState.DEGRADED;
import static io.lifeboat.coordinator.gate.Evaluated.expect;
import static io.lifeboat.coordinator.gate.Evaluated.reason;
import static io.lifeboat.coordinator.gate.Evaluated.verdict;
import static io.lifeboat.coordinator.signal.Shop.HOME;
import static io.lifeboat.coordinator.signal.Shop.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.contract.Act;
import io.lifeboat.contract.incident.CheckResult.Verdict;
import io.lifeboat.contract.incident.DisasterClass;
import io.lifeboat.contract.incident.GateOutcome;
import io.lifeboat.contract.plan.Automation;
import io.lifeboat.contract.plan.GatePolicy;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.Step;
import io.lifeboat.coordinator.classify.Circumstances;
import io.lifeboat.coordinator.classify.Flapping;
import io.lifeboat.coordinator.command.Form;
import io.lifeboat.coordinator.deploy.DeployMarker;
import io.lifeboat.coordinator.signal.Seen;
import io.lifeboat.coordinator.signal.Shop;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A degraded region whose writer answers is switched over, which loses nothing; a failover is what is left when that failed. */
class SwitchoverTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Act ON_CALL = new Act("on-call", "seen it myself");
    private static final Act COMMANDER = new Act("commander", "seen it too");

    @Test
    void shouldAskOnePersonToSwitchOverAndLoseNothing() {
        GateDecision decision = expect(degraded(), GateOutcome.AWAIT_APPROVAL, "scope");

        assertThat(decision.keys()).isEqualTo(1);
        assertThat(decision.form()).isEqualTo(Form.PLANNED);
        assertThat(decision.exposure()).isEqualTo(Duration.ZERO);
        assertThat(verdict(decision, "loss")).isEqualTo(Verdict.PASS);
        assertThat(verdict(decision, "fence")).isEqualTo(Verdict.PASS);
    }

    @Test
    void shouldSwitchOverOnceAPersonSaysYes() {
        GateDecision decision = Gate.evaluate(degraded().approved(ON_CALL).build());

        assertThat(decision.outcome()).isEqualTo(GateOutcome.PROCEED);
        assertThat(decision.form()).isEqualTo(Form.PLANNED);
    }

    @Test
    void shouldActAloneOnlyWhereThePlanNamesTheClass() {
        Plan byName = Shop.plan(new GatePolicy(
                Automation.APPROVE,
                Map.of(DisasterClass.REGION_DEGRADED, Automation.AUTOMATIC),
                2,
                Duration.ofSeconds(10),
                Duration.ofSeconds(15),
                null,
                null,
                null,
                null));

        assertThat(Gate.evaluate(degraded().plan(byName).build()).outcome()).isEqualTo(GateOutcome.PROCEED);
        assertThat(Gate.evaluate(degraded().plan(Shop.plan()).build()).outcome())
                .isEqualTo(GateOutcome.AWAIT_APPROVAL);
    }

    @Test
    void shouldHoldWhileNobodySeesTheWriterAcceptWrites() {
        GateDecision decision = expect(
                degraded(by("frankfurt").writesRefused(), by("office").writesRefused())
                        .approved(ON_CALL, COMMANDER),
                GateOutcome.HOLD,
                "scope");

        assertThat(reason(decision, "scope")).contains("its writer is not seen to accept writes");
    }

    @Test
    void shouldHoldWhereOneVantageSeesTheWriterRefuseAndOnlyOneInsideSeesItAccept() {
        expect(degraded(by("frankfurt"), by("office").writesRefused()), GateOutcome.HOLD, "scope");
        expect(
                degraded(by("frankfurt").writesRefused(), by("office").writesRefused(), by("dublin")),
                GateOutcome.HOLD,
                "scope");
    }

    @Test
    void shouldHoldWhereThePlanHasNoFormThatLosesNothing() {
        Plan unplannable = Shop.withProcedures(Map.of(
                "failover",
                List.of(new Step(
                        "promote", "aurora.failover", null, null, List.of(), Duration.ofMinutes(5), null, null))));

        GateDecision decision = expect(degraded().plan(unplannable).approved(ON_CALL), GateOutcome.HOLD, "scope");

        assertThat(reason(decision, "scope")).contains("step promote of the plan has no planned form");
    }

    @Test
    void shouldFailOverAfterAFailedSwitchoverOnlyWithTwoKeys() {
        GateInputs failed = degraded().failedSwitchover("exe-1");

        GateDecision decision = expect(failed.approved(ON_CALL), GateOutcome.AWAIT_APPROVAL, "scope");

        assertThat(decision.form()).isEqualTo(Form.UNPLANNED);
        assertThat(reason(decision, "scope")).contains("switchover exe-1 did not come to its end");
        // Its writer still takes orders: two writers after a promotion.
        assertThat(verdict(decision, "fence")).isEqualTo(Verdict.ASK);
        assertThat(decision.keys()).isEqualTo(2);
        assertThat(decision.exposure()).isPositive();
        assertThat(Gate.evaluate(failed.approved(ON_CALL, COMMANDER).build()).outcome())
                .isEqualTo(GateOutcome.PROCEED);
    }

    @Test
    void shouldRollBackADeployThatWentToBothRegions() {
        GateDecision both =
                expect(degraded().around(deployed(HOME, OTHER)).approved(ON_CALL), GateOutcome.HOLD, "scope");
        GateDecision one = expect(degraded().around(deployed(HOME)), GateOutcome.AWAIT_APPROVAL, "scope");

        assertThat(reason(both, "scope")).contains("roll back");
        assertThat(reason(one, "scope")).contains("switchover").contains("roll back");
    }

    @Test
    void shouldFailOverWhereAPersonDeclaresTheRegionLost() {
        GateDecision decision =
                Gate.evaluate(degraded().declared(DisasterClass.REGION_OUTAGE).build());

        assertThat(decision.form()).isEqualTo(Form.UNPLANNED);
        assertThat(decision.keys()).isEqualTo(2);
    }

    @Test
    void shouldLeaveADegradedRegionAloneThatIsNotActive() {
        GateDecision decision = expect(
                degraded(by("frankfurt"), by("office")).active(OTHER).to(HOME).approved(ON_CALL),
                GateOutcome.HOLD,
                "scope");

        assertThat(reason(decision, "scope")).contains("not active");
    }

    private static GateInputs degraded() {
        return degraded(by("frankfurt"), by("office"));
    }

    private static GateInputs degraded(Seen... seen) {
        return Evaluated.lost().seen(seen);
    }

    private static Seen by(String vantage) {
        return Seen.by(vantage).set("api-live", COMPUTE, HOME, DEGRADED).set("entrance", ENTRANCE, null, DEGRADED);
    }

    private static Circumstances deployed(String... regions) {
        return new Circumstances(
                List.of(new DeployMarker("api", "1.42.0", List.of(regions), "ci", Duration.ofMinutes(3))),
                Duration.ofMinutes(30),
                List.of(),
                Flapping.none(NOW),
                List.of());
    }
}
