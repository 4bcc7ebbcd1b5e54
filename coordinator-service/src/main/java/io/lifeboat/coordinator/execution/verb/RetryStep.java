package io.lifeboat.coordinator.execution.verb;

import io.lifeboat.contract.Act;
import io.lifeboat.coordinator.execution.Execution;
import io.lifeboat.coordinator.execution.ExecutionState;
import io.lifeboat.coordinator.execution.NextSteps;
import io.lifeboat.coordinator.execution.StepState;
import io.lifeboat.coordinator.execution.Turn;
import java.time.Instant;

/**
 * Another attempt at a step, under a new number. The only way an irreversible action is ever commanded twice; an executor that
 * has the former attempt under way carries that one on instead of beginning anew.
 *
 * @param step the step
 * @param act who and why
 */
public record RetryStep(String step, Act act) implements Verb.OfStep {

    @Override
    public String name() {
        return "retry " + step;
    }

    @Override
    public boolean legalIn(Execution execution) {
        return !(execution.state() instanceof ExecutionState.Aborting)
                && !execution.isHalted()
                && StepVerbs.answerable(execution, step)
                && !(execution.step(step) instanceof StepState.Pending);
    }

    @Override
    public Turn on(Execution execution, NextSteps next, Instant now) {
        StepState.Commanded again = StepVerbs.answerable(this, execution, step).again(next.expiry(now));
        return next.command(Turn.of(execution), execution.procedure().step(step), again, now)
                .unpause(cause -> step.equals(cause.stepId()), act);
    }
}
