package io.lifeboat.coordinator.execution.verb;

import io.lifeboat.contract.Act;
import io.lifeboat.coordinator.execution.Execution;
import io.lifeboat.coordinator.execution.ExecutionState;
import io.lifeboat.coordinator.execution.NextSteps;
import io.lifeboat.coordinator.execution.StepState;
import io.lifeboat.coordinator.execution.Turn;
import java.time.Instant;

/**
 * Go on; not while all automation is stopped. A step that failed and must not has to be retried, skipped or done first; a step nobody says anything about is
 * waited for once more.
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
            if (execution.step(step) instanceof StepState.Indeterminate unclear && unclear.asked()) {
                turn = turn.step(step, unclear.waitedFor(now));
            }
        }
        return turn.unpause(cause -> true, act);
    }
}
