package io.lifeboat.coordinator.obligation.step;

import io.lifeboat.contract.step.StepAccepted;
import io.lifeboat.contract.step.StepIndeterminate;
import io.lifeboat.contract.step.StepProgressed;
import io.lifeboat.contract.step.StepStarted;
import io.lifeboat.coordinator.obligation.ObligationTurn;

/** Executors are at it: what they say is shown, and counts as a sign of life. */
final class RunNewsHandler {

    ObligationTurn on(OwedRun run, StepAccepted event) {
        return run.heard("accepted by " + event.ref().executor());
    }

    ObligationTurn on(OwedRun run, StepStarted event) {
        return run.heard(event.observed());
    }

    ObligationTurn on(OwedRun run, StepProgressed event) {
        return run.heard(event.detail());
    }

    ObligationTurn on(OwedRun run, StepIndeterminate event) {
        return run.heard(event.detail());
    }
}
