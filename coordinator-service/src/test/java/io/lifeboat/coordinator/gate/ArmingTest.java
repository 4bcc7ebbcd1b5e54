package io.lifeboat.coordinator.gate;

import static io.lifeboat.coordinator.gate.Evaluated.expect;
import static io.lifeboat.coordinator.gate.Evaluated.lost;
import static io.lifeboat.coordinator.gate.Evaluated.reason;
import static io.lifeboat.coordinator.gate.Evaluated.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.contract.Act;
import io.lifeboat.contract.incident.CheckResult.Verdict;
import io.lifeboat.contract.incident.DisasterClass;
import io.lifeboat.contract.incident.GateOutcome;
import io.lifeboat.contract.plan.Acceptance;
import io.lifeboat.contract.plan.Automation;
import io.lifeboat.contract.plan.GatePolicy;
import io.lifeboat.contract.plan.MaintenanceWindow;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.coordinator.signal.Shop;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How far the machine may go by itself: what stops it, and what a person lifts. */
class ArmingTest {

    private static final Act ON_CALL = new Act("on-call", "seen it myself");
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void shouldStartNothingWhileAutomationIsStopped() {
        GateDecision decision = expect(lost().stopped(), GateOutcome.HOLD, "stop");
        assertThat(reason(decision, "stop")).contains("commander", "the checks are wrong", "POST /automation/start");
        expect(lost().stopped().approved(ON_CALL), GateOutcome.HOLD, "stop");
    }

    @Test
    void shouldAskPeopleWhenThePlanWasNeverRehearsed() {
        GateDecision decision = expect(lost().neverRehearsed(), GateOutcome.AWAIT_APPROVAL, "approval");

        assertThat(reason(decision, "armed")).contains("never rehearsed");
        assertThat(proceeds(lost().neverRehearsed().approved(ON_CALL))).isTrue();
    }

    @Test
    void shouldAskPeopleUntilTheLastExecutionIsAcknowledged() {
        GateInputs longAgo = lost().last(HOUR.multipliedBy(24), false);

        assertThat(reason(expect(longAgo, GateOutcome.AWAIT_APPROVAL, "cool-down"), "cool-down"))
                .contains("POST /executions/exe-1/acknowledge");
        assertThat(proceeds(longAgo.approved(ON_CALL))).isTrue();
    }

    @Test
    void shouldAskPeopleWithinTheCoolDownThoughTheLastExecutionIsAcknowledged() {
        expect(lost().last(HOUR.minusSeconds(1), true), GateOutcome.AWAIT_APPROVAL, "cool-down");
        assertThat(proceeds(lost().last(HOUR, true))).isTrue();
    }

    @Test
    void shouldAskPeopleWhenTheMachineMovedAsManyAsItMay() {
        expect(lost().moved(2, 2), GateOutcome.AWAIT_APPROVAL, "blast-cap");
        assertThat(proceeds(lost().moved(1, 2))).isTrue();
        assertThat(proceeds(lost().moved(20, 2).approved(ON_CALL))).isTrue();
    }

    @Test
    void shouldAskPeopleWhileAFreezeWindowIsOpen() {
        Plan frozen = plan(null, List.of(window("11:00", "13:00")));

        expect(lost().plan(frozen), GateOutcome.AWAIT_APPROVAL, "freeze");
        assertThat(proceeds(lost().plan(frozen).approved(ON_CALL))).isTrue();
        assertThat(proceeds(lost().plan(plan(null, List.of(window("13:00", "14:00"))))))
                .isTrue();
    }

    @Test
    void shouldGoAsFarAsThePlanSaysForTheClass() {
        expect(
                lost().plan(plan(Map.of(DisasterClass.REGION_OUTAGE, Automation.OBSERVE), null)),
                GateOutcome.HOLD,
                "armed");
        expect(
                lost().plan(plan(Map.of(DisasterClass.REGION_OUTAGE, Automation.APPROVE), null)),
                GateOutcome.AWAIT_APPROVAL,
                "approval");
        assertThat(proceeds(lost().plan(plan(Map.of(DisasterClass.DATABASE_OUTAGE, Automation.OBSERVE), null))))
                .isTrue();
    }

    @Test
    void shouldNotHoldAPersonUpWithWhatBindsTheMachine() {
        Plan approve = Shop.plan(Automation.APPROVE, Shop.plan().gate().accept());
        GateDecision decision = Gate.evaluate(
                lost().plan(approve).last(Duration.ofMinutes(1), false).build());

        assertThat(List.of("cool-down", "freeze", "blast-cap", "outage-age"))
                .allSatisfy(check -> assertThat(verdict(decision, check)).isEqualTo(Verdict.PASS));
    }

    private static boolean proceeds(GateInputs inputs) {
        return Gate.evaluate(inputs.build()).outcome() == GateOutcome.PROCEED;
    }

    private static MaintenanceWindow window(String from, String to) {
        return new MaintenanceWindow(from, to, null, null);
    }

    private static Plan plan(
            @Nullable Map<DisasterClass, Automation> classes, @Nullable List<MaintenanceWindow> freeze) {
        return Shop.plan(new GatePolicy(
                Automation.AUTOMATIC,
                classes,
                2,
                Duration.ofSeconds(10),
                Duration.ofSeconds(15),
                null,
                freeze,
                null,
                new Acceptance(Duration.ofSeconds(60), true, List.of("a", "b"), "accepted")));
    }
}
