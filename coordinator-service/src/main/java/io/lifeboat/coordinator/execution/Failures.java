package io.lifeboat.coordinator.execution;

import io.lifeboat.contract.incident.StepSettled.Outcome;
import io.lifeboat.contract.plan.Step.OnFailure;
import io.lifeboat.contract.step.ErrorClass;
import io.lifeboat.contract.step.StepFailed;
import io.lifeboat.coordinator.command.PinnedStep;
import java.time.Duration;
import java.time.Instant;

/** What a failed attempt leads to: another attempt, a note, or a pause. */
public final class Failures {

    private final ExecutionPolicy policy;

    public Failures(ExecutionPolicy policy) {
        this.policy = policy;
    }

    /**
     * Another attempt where one may do better without anyone mending something, after a wait that doubles; else the end
     * of the step. What is irreversible is never repeated, what has used up its budget has had its chance, and an
     * execution that is aborting repeats nothing.
     *
     * @param turn so far
     * @param step the step
     * @param state what it was in
     * @param failure what the executor observed
     * @param now the database's time
     */
    public Turn failed(Turn turn, PinnedStep step, StepState.InFlight state, StepFailed failure, Instant now) {
        boolean curable = failure.retryable()
                && (failure.errorClass() == ErrorClass.THROTTLED || failure.errorClass() == ErrorClass.TRANSIENT)
                && failure.elapsed().compareTo(step.within()) < 0;
        if (curable && mayRepeat(turn, step, state)) {
            return turn.step(step.id(), state.retryAt(now.plus(backoff(state.repeats())), failure.detail()));
        }
        return settle(turn, step, state.failed(failure.detail(), failure.remedy()));
    }

    /** Whether the machine may make another attempt by itself. */
    public boolean mayRepeat(Turn turn, PinnedStep step, StepState.InFlight state) {
        return !step.irreversible()
                && state.repeats() < policy.retryLimit()
                && !(turn.execution().state() instanceof ExecutionState.Aborting);
    }

    /** The step ends failed; the plan says whether the execution goes on. */
    public static Turn settle(Turn turn, PinnedStep step, StepState.Failed failed) {
        Turn settled = turn.settle(step.id(), failed, Outcome.FAILED);
        if (step.onFailure() == OnFailure.CONTINUE) {
            return settled;
        }
        return settled.pause(PauseCause.failed(
                step.id(), "step %s failed: %s; %s".formatted(step.id(), failed.detail(), failed.remedy())));
    }

    private Duration backoff(int repeats) {
        Duration wait = policy.retryFirst().multipliedBy(1L << Math.min(repeats, 20));
        return wait.compareTo(policy.retryLongest()) < 0 ? wait : policy.retryLongest();
    }
}
