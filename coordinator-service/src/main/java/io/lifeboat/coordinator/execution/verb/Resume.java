package io.lifeboat.coordinator.execution.verb;

import io.lifeboat.contract.Act;
import io.lifeboat.coordinator.execution.Execution;
import io.lifeboat.coordinator.execution.ExecutionState;
import io.lifeboat.coordinator.execution.NextSteps;
import io.lifeboat.coordinator.execution.StepState;
import io.lifeboat.coordinator.execution.Turn;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Go on; not while all automation is stopped. A step that failed and must not has to be retried, skipped or done first; a step nobody says anything about is
 * waited for once more. After a restore of the database what was in flight is commanded anew: its former attempt is nobody's any
 * more. What cannot be taken back is not; it is waited for, and asked about as ever.
 *
 * @param act who and why
 */
public record Resume(Act act) implements Verb {

    @Override
    public String name() {
        return "resume";
    }

    @Override
    public boolean legalIn(Execution execution) {
        return execution.state() instanceof ExecutionState.Paused
                && !execution.isHalted()
                && execution.failed().isEmpty();
    }

    @Override
    public Turn on(Execution execution, NextSteps next, Instant now) {
        Turn turn = Turn.of(execution);
        for (String step : execution.inFlight()) {
            if (forgotten(execution, step) instanceof StepState.InFlight state) {
                StepState.Commanded again = state.unclear(now, state.detail()).again(next.expiry(now));
                turn = next.command(turn, execution.procedure().step(step), again, now);
            } else if (execution.step(step) instanceof StepState.Indeterminate unclear && unclear.asked()) {
                turn = turn.step(step, unclear.waitedFor(now));
            }
        }
        return turn.unpause(cause -> true, act);
    }

    /** Where a step stands that was commanded before a restore and may be commanded again; null for any other. */
    private static @Nullable StepState forgotten(Execution execution, String step) {
        StepState state = execution.step(step);
        boolean mayBeAgain = execution.isRestored()
                && !execution.procedure().step(step).irreversible()
                && state.attempt() <= execution.recalled().forgottenAttempts();
        return mayBeAgain ? state : null;
    }
}
