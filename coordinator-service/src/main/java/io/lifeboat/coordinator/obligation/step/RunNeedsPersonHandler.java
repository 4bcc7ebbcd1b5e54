package io.lifeboat.coordinator.obligation.step;

import io.lifeboat.contract.step.StepNeedsPerson;
import io.lifeboat.coordinator.obligation.Effort;
import io.lifeboat.coordinator.obligation.ObligationTurn;

/** The executor's run has ended with a question: from here on it is a person's. */
final class RunNeedsPersonHandler {

    ObligationTurn on(OwedRun run, StepNeedsPerson event) {
        return ObligationTurn.effort(run.obligation(), run.open(), new Effort.ByHand(event.question()))
                .raiseAlarm();
    }
}
