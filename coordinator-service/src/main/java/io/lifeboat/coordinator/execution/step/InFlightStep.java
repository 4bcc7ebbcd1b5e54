package io.lifeboat.coordinator.execution.step;

import io.lifeboat.contract.signal.Heartbeat;
import io.lifeboat.contract.step.StepRef;
import io.lifeboat.coordinator.command.PinnedStep;
import io.lifeboat.coordinator.execution.Execution;
import io.lifeboat.coordinator.execution.StepState;
import io.lifeboat.coordinator.execution.Turn;
import java.time.Instant;
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

    /**
     * The step an event is about, where its attempt was commanded and the database has forgotten that: what became of it is a
     * fact all the same. Empty unless the execution waits for a person for that reason, or when the step has ended.
     */
    static Optional<InFlightStep> forgotten(
            Execution execution, StepRef ref, Map<String, Heartbeat> lastAccepted, Instant now) {
        boolean known = execution.ref().epoch() == ref.epoch() && execution.hasStep(ref.stepId());
        if (!known || !execution.isRestored()) {
            return Optional.empty();
        }
        StepState remembered = execution.step(ref.stepId());
        boolean open = remembered instanceof StepState.Answerable || remembered instanceof StepState.InFlight;
        if (!open
                || remembered.attempt() >= ref.attempt()
                || ref.attempt() > execution.recalled().forgottenAttempts()) {
            return Optional.empty();
        }
        return Optional.of(new InFlightStep(
                execution,
                execution.procedure().step(ref.stepId()),
                new StepState.Indeterminate(ref.attempt(), 0, now, true, "commanded, and forgotten"),
                lastAccepted));
    }

    Turn turn() {
        return Turn.of(execution);
    }

    /** The same, with the step in another state. */
    Turn turn(StepState next) {
        return turn().step(step.id(), next);
    }
}
