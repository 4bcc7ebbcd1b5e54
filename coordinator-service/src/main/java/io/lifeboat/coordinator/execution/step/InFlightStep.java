package io.lifeboat.coordinator.execution.step;

import io.lifeboat.contract.signal.Heartbeat;
import io.lifeboat.contract.step.StepRef;
import io.lifeboat.coordinator.command.PinnedStep;
import io.lifeboat.coordinator.execution.Execution;
import io.lifeboat.coordinator.execution.StepState;
import io.lifeboat.coordinator.execution.Turn;
import java.util.Map;
import java.util.Optional;

/**
 * The step an event is about, while its attempt is in flight.
 *
 * @param execution the execution
 * @param step the step
 * @param state where it stands
 * @param lastAccepted the last heartbeats the old writer accepted, by vantage; empty unless the step states a loss
 */
public record InFlightStep(
        Execution execution, PinnedStep step, StepState.InFlight state, Map<String, Heartbeat> lastAccepted) {

    /** The step an event is about; empty when the event is of another epoch or attempt, or the step has ended. */
    public static Optional<InFlightStep> of(Execution execution, StepRef ref, Map<String, Heartbeat> lastAccepted) {
        boolean known = execution.ref().epoch() == ref.epoch() && execution.hasStep(ref.stepId());
        if (known
                && execution.step(ref.stepId()) instanceof StepState.InFlight state
                && state.attempt() == ref.attempt()) {
            return Optional.of(
                    new InFlightStep(execution, execution.procedure().step(ref.stepId()), state, lastAccepted));
        }
        return Optional.empty();
    }

    Turn turn() {
        return Turn.of(execution);
    }

    /** The same, with the step in another state. */
    Turn turn(StepState next) {
        return turn().step(step.id(), next);
    }
}
