package io.lifeboat.coordinator.execution.step;

import io.lifeboat.contract.step.StepAccepted;
import io.lifeboat.coordinator.execution.StepState;
import io.lifeboat.coordinator.execution.Turn;
import java.time.Instant;

/** An executor has stored the command: the step's budget begins. */
final class StepAcceptedHandler {

    Turn on(InFlightStep at, StepAccepted event, Instant now) {
        if (at.state() instanceof StepState.Commanded commanded) {
            String detail = "accepted by " + event.ref().executor();
            return at.turn(commanded.accepted(now, at.step().within(), detail));
        }
        // Overtaken by what came of it.
        return at.turn();
    }
}
