package io.lifeboat.coordinator.execution.step;

import io.lifeboat.contract.incident.StepSettled.Outcome;
import io.lifeboat.contract.plan.Action;
import io.lifeboat.contract.step.StepSucceeded;
import io.lifeboat.contract.step.StepSucceeded.Effect;
import io.lifeboat.coordinator.execution.StepState;
import io.lifeboat.coordinator.execution.Turn;
import java.time.Instant;

/** What was wanted was observed; where data was promoted or reconciled, the loss is stated. */
final class StepSucceededHandler {

    Turn on(InFlightStep at, StepSucceeded event, Instant now) {
        if (asksForKey(at, event)) {
            return askForKey(at, event, now);
        }
        StepState.InFlight state = at.state();
        Turn settled = event.effect() == Effect.DEGRADED
                ? at.turn().settle(at.step().id(), state.degraded(event.detail()), Outcome.DEGRADED)
                : at.turn().settle(at.step().id(), state.succeeded(event.effect(), event.detail()), Outcome.SUCCEEDED);
        return LossStatement.after(settled, at, event).heard(at.step().id());
    }

    /** A fence that could not reach the old writer passes by itself only where two people accepted that in advance. */
    private static boolean asksForKey(InFlightStep at, StepSucceeded event) {
        return event.effect() == Effect.PENDING
                && Action.named(at.step().action())
                        .filter(action -> action.role() == Action.Role.FENCE)
                        .isPresent()
                && !at.execution().procedure().unreachableOldWriterAccepted();
    }

    private static Turn askForKey(InFlightStep at, StepSucceeded event, Instant now) {
        String question =
                "the old writer in %s could not be fenced (%s): if you accept that it may still take writes, say done; else abort"
                        .formatted(at.execution().ref().from(), event.detail());
        return at.turn(at.state()
                .asksToAccept(event.effect(), question, now.plus(at.step().within())));
    }
}
