package io.lifeboat.coordinator.gate;

import static io.lifeboat.coordinator.gate.Evaluated.expect;
import static io.lifeboat.coordinator.gate.Evaluated.lost;
import static io.lifeboat.coordinator.gate.Evaluated.reason;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.contract.Act;
import io.lifeboat.contract.incident.GateOutcome;
import io.lifeboat.contract.plan.Automation;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.coordinator.signal.Shop;
import io.lifeboat.coordinator.wave.Place;
import org.junit.jupiter.api.Test;

/** What the gate makes of an application's place among those that lost the same region. */
class WavesTest {

    private static final Place LATER = new Place(2, 2, 9, "waits for what it depends on: identity", null);
    private static final Place STOPPED = new Place(2, 2, 9, null, "3 of 4 applications of wave 1 failed");
    private static final Place NOW = new Place(2, 2, 9, null, null);

    @Test
    void shouldWaitForTheOthersOnceItMayGo() {
        GateDecision decision = expect(lost().place(LATER), GateOutcome.HOLD, "wave");

        assertThat(decision.own()).isEqualTo(GateOutcome.PROCEED);
        assertThat(Gate.evaluate(lost().place(NOW).build()).outcome()).isEqualTo(GateOutcome.PROCEED);
    }

    @Test
    void shouldAskPeopleBeforeItsTurn() {
        Plan approve = Shop.plan(Automation.APPROVE, Shop.plan().gate().accept());

        expect(lost().plan(approve).place(LATER), GateOutcome.AWAIT_APPROVAL, "approval");
        expect(lost().plan(approve).place(LATER).approved(new Act("on-call", "all of them")), GateOutcome.HOLD, "wave");
    }

    @Test
    void shouldBeginNothingAfterTooManyFailures() {
        GateDecision decision = expect(lost().place(STOPPED), GateOutcome.HOLD, "failures");

        assertThat(reason(decision, "failures")).contains("POST /region-events/{id}/go-on");
    }
}
