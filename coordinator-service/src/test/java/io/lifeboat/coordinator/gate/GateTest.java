package io.lifeboat.coordinator.gate;

import static io.lifeboat.contract.plan.Tier.COMPUTE;
import static io.lifeboat.contract.plan.Tier.ENTRANCE;
import static io.lifeboat.contract.signal.SignalState.DOWN;
import static io.lifeboat.coordinator.gate.Evaluated.expect;
import static io.lifeboat.coordinator.gate.Evaluated.lost;
import static io.lifeboat.coordinator.gate.Evaluated.reason;
import static io.lifeboat.coordinator.gate.Evaluated.seconds;
import static io.lifeboat.coordinator.gate.Evaluated.verdict;
import static io.lifeboat.coordinator.signal.Shop.HOME;
import static io.lifeboat.coordinator.signal.Shop.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.contract.Act;
import io.lifeboat.contract.incident.CheckResult;
import io.lifeboat.contract.incident.CheckResult.Verdict;
import io.lifeboat.contract.incident.DisasterClass;
import io.lifeboat.contract.incident.GateOutcome;
import io.lifeboat.contract.plan.Acceptance;
import io.lifeboat.contract.plan.Approvals;
import io.lifeboat.contract.plan.Automation;
import io.lifeboat.contract.plan.GatePolicy;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.signal.Sight;
import io.lifeboat.coordinator.signal.Seen;
import io.lifeboat.coordinator.signal.Shop;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class GateTest {

    private static final Act ON_CALL = new Act("on-call", "seen it myself");
    private static final Act COMMANDER = new Act("commander", "seen it too");

    @Test
    void shouldAskEveryCheckInOrder() {
        assertThat(Gate.checkNames())
                .containsExactly(
                        "stop",
                        "armed",
                        "memory",
                        "evidence",
                        "quorum",
                        "data",
                        "scope",
                        "other-side",
                        "loss",
                        "fence",
                        "execution",
                        "cool-down",
                        "freeze",
                        "blast-cap",
                        "flapping",
                        "outage-age",
                        "approval",
                        "failures",
                        "wave");
        assertThat(Gate.evaluate(lost().build()).checks())
                .extracting(CheckResult::check)
                .containsExactlyElementsOf(Gate.checkNames());
    }

    @Test
    void shouldProceedWhenARegionIsLostAndEverythingWasAcceptedInAdvance() {
        GateDecision decision = Gate.evaluate(lost().build());

        assertThat(decision.outcome()).isEqualTo(GateOutcome.PROCEED);
        assertThat(decision.disasterClass()).isEqualTo(DisasterClass.REGION_OUTAGE);
        assertThat(decision.checks()).extracting(CheckResult::verdict).containsOnly(Verdict.PASS);
        assertThat(decision.agreedFor()).isEqualTo(seconds(20));
        assertThat(decision.exposure()).isEqualTo(Duration.ofMillis(500));
        assertThat(decision.decisive()).isEmpty();
    }

    @Test
    void shouldHoldOnARumour() {
        expect(lost().seen(Seen.by("frankfurt").homeLost(seconds(20)), Seen.by("office")), GateOutcome.HOLD, "quorum");
    }

    @Test
    void shouldHoldWhenOneVantageLostItsSight() {
        GateInputs oneBlind =
                lost().seen(Seen.by("frankfurt").homeLost(seconds(20)).sight(Sight.SUSPECT), Seen.by("office"));

        GateDecision decision = expect(oneBlind, GateOutcome.HOLD, "evidence");

        assertThat(decision.decisive().orElseThrow().reason()).contains("frankfurt does not trust its own sight");
    }

    @Test
    void shouldHoldWhenOneServiceFails() {
        GateInputs serviceFault = lost().seen(serviceDown("frankfurt"), serviceDown("office"));

        GateDecision decision = expect(serviceFault, GateOutcome.HOLD, "scope");

        assertThat(decision.disasterClass()).isEqualTo(DisasterClass.SERVICE_FAULT);
        assertThat(decision.decisive().orElseThrow().reason()).contains("the other region would run the same");
    }

    @Test
    void shouldHoldUntilTheOutageIsOldEnough() {
        expect(
                lost().seen(
                                Seen.by("frankfurt").homeLost(seconds(30)),
                                Seen.by("office").homeLost(seconds(5))),
                GateOutcome.HOLD,
                "outage-age");
    }

    @Test
    void shouldHoldWhenTheEvidenceIsOld() {
        GateDecision decision = Gate.evaluate(lost().seen(
                        Seen.by("frankfurt").homeLost(seconds(20)).since(seconds(20)),
                        Seen.by("office").homeLost(seconds(20)))
                .build());

        assertThat(decision.outcome()).isEqualTo(GateOutcome.HOLD);
        assertThat(verdict(decision, "evidence")).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void shouldAskWhenMoreWouldBeLostThanWasAccepted() {
        GateInputs behind = lost().seen(
                        Seen.by("frankfurt").homeLost(seconds(20)).lag(HOME, seconds(61), seconds(1)),
                        Seen.by("office").homeLost(seconds(20)).lag(HOME, seconds(61), seconds(1)));

        expect(behind, GateOutcome.AWAIT_APPROVAL, "loss");
        assertThat(Gate.evaluate(behind.approved(ON_CALL).build()).outcome()).isEqualTo(GateOutcome.PROCEED);
    }

    @Test
    void shouldPassALossBetweenObjectiveAndAcceptance() {
        GateDecision decision = Gate.evaluate(lost().seen(
                        Seen.by("frankfurt").homeLost(seconds(20)).lag(HOME, seconds(19), seconds(1)),
                        Seen.by("office").homeLost(seconds(20)).lag(HOME, seconds(19), seconds(1)))
                .build());

        assertThat(decision.outcome()).isEqualTo(GateOutcome.PROCEED);
        assertThat(reason(decision, "loss")).contains("incident-commander-a and data-owner-b");
    }

    @Test
    void shouldAskWhenNobodyMeasuredTheLoss() {
        GateDecision decision = expect(
                lost().seen(
                                Seen.by("frankfurt").homeLost(seconds(20)).lag(HOME, null, null),
                                Seen.by("office").homeLost(seconds(20)).without("lag")),
                GateOutcome.AWAIT_APPROVAL,
                "loss");

        assertThat(decision.exposure()).isNull();
    }

    @Test
    void shouldAskAboutAnUnreachableOldWriterUnlessItWasAccepted() {
        Plan plan = Shop.plan(Automation.AUTOMATIC, new Acceptance(seconds(60), false, List.of("a", "b"), "loss only"));

        expect(lost().plan(plan), GateOutcome.AWAIT_APPROVAL, "fence");
    }

    @Test
    void shouldAskTwoPeopleWhenTheOldWriterStillAcceptsWrites() {
        // Given a region that is lost but for its writer, which the office still reaches
        GateInputs writing = lost().seen(
                        Seen.by("frankfurt").homeLost(seconds(20)),
                        Seen.by("office")
                                .set("api-live", COMPUTE, HOME, DOWN)
                                .set("entrance", ENTRANCE, null, DOWN)
                                .without("database"));

        GateDecision decision = Gate.evaluate(writing.build());

        assertThat(verdict(decision, "fence")).isEqualTo(Verdict.ASK);
        assertThat(decision.keys()).isEqualTo(2);
        assertThat(reason(decision, "fence")).contains("office");
    }

    @Test
    void shouldHoldWhileAnotherExecutionIsOpen() {
        expect(lost().otherExecution("e-1"), GateOutcome.HOLD, "execution");
    }

    @Test
    void shouldNotFailOverARegionThatIsNotActive() {
        expect(lost().active(OTHER).region(HOME), GateOutcome.HOLD, "scope");
    }

    @Test
    void shouldDoNothingInAPlanThatOnlyObserves() {
        expect(lost().plan(Shop.plan(Automation.OBSERVE, null)), GateOutcome.HOLD, "armed");
    }

    @Test
    void shouldAskAsManyPeopleAsThePlanSays() {
        GatePolicy twoKeys = new GatePolicy(
                Automation.APPROVE,
                2,
                seconds(60),
                seconds(15),
                new Approvals(2, Duration.ofMinutes(10), null),
                new Acceptance(seconds(60), true, List.of("a", "b"), "accepted"));

        GateInputs inputs = lost().plan(Shop.plan(twoKeys));

        GateDecision none = expect(inputs, GateOutcome.AWAIT_APPROVAL, "approval");
        assertThat(none.keys()).isEqualTo(2);
        expect(inputs.approved(ON_CALL), GateOutcome.AWAIT_APPROVAL, "approval");
        // People need not wait for the minimum outage age, which is a minute here.
        assertThat(Gate.evaluate(inputs.approved(ON_CALL, COMMANDER).build()).outcome())
                .isEqualTo(GateOutcome.PROCEED);
    }

    @Test
    void shouldHoldOnceSomebodyDeclined() {
        GateDecision decision = expect(
                lost().plan(Shop.plan(Automation.APPROVE, null)).declined(COMMANDER), GateOutcome.HOLD, "approval");

        assertThat(decision.decisive().orElseThrow().reason()).contains("commander", "seen it too");
    }

    @ParameterizedTest
    @EnumSource(
            value = DisasterClass.class,
            names = {"DATA_CORRUPTION", "MASS_DELETION", "RANSOMWARE"})
    void shouldVetoADisasterThatReplicationCopied(DisasterClass damage) {
        expect(lost().declared(damage).approved(ON_CALL, COMMANDER), GateOutcome.VETO, "scope");
    }

    @ParameterizedTest
    @EnumSource(
            value = DisasterClass.class,
            mode = Mode.INCLUDE,
            names = {"SERVICE_FAULT", "REGION_DEGRADED", "CONTROL_PLANE_ONLY", "UNKNOWN"})
    void shouldHoldForEveryClassThatAnotherRegionDoesNotCure(DisasterClass other) {
        GateDecision decision = Gate.evaluate(
                lost().declared(other).approved(ON_CALL, COMMANDER).build());

        assertThat(decision.outcome()).isEqualTo(GateOutcome.HOLD);
        assertThat(verdict(decision, "scope")).isEqualTo(Verdict.HOLD);
    }

    @Test
    void shouldLetPeopleDeclareWhatTheVantagesDoNotSee() {
        GateInputs declared =
                lost().seen(Seen.by("frankfurt"), Seen.by("office").since(null)).declared(DisasterClass.REGION_OUTAGE);

        GateDecision asked = expect(declared, GateOutcome.AWAIT_APPROVAL, "evidence");

        assertThat(verdict(asked, "quorum")).isEqualTo(Verdict.ASK);
        // The old writer still accepts frankfurt's writes, so one key is not enough.
        assertThat(asked.keys()).isEqualTo(2);
        assertThat(Gate.evaluate(declared.approved(ON_CALL, COMMANDER).build()).outcome())
                .isEqualTo(GateOutcome.PROCEED);
    }

    @Test
    void shouldTellDecisionsApartByWhatTheySayAndNotByAges() {
        GateDecision first = Gate.evaluate(lost().build());
        GateDecision later = Gate.evaluate(lost().seen(
                        Seen.by("frankfurt").homeLost(seconds(30)),
                        Seen.by("office").homeLost(seconds(30)))
                .build());
        GateDecision other = Gate.evaluate(lost().otherExecution("e-1").build());

        assertThat(later.saysTheSameAs(first)).isTrue();
        assertThat(other.saysTheSameAs(first)).isFalse();
        assertThat(other.sameVerdictsAs(first)).isFalse();
    }

    private static Seen serviceDown(String vantage) {
        return Seen.by(vantage).set("api-live", COMPUTE, HOME, DOWN).set("entrance", ENTRANCE, null, DOWN);
    }
}
