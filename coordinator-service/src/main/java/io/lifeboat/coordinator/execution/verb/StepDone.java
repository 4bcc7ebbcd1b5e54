package io.lifeboat.coordinator.execution.verb;

import io.lifeboat.contract.Act;
import io.lifeboat.contract.incident.StepSettled.Outcome;
import io.lifeboat.coordinator.execution.Execution;
import io.lifeboat.coordinator.execution.NextSteps;
import io.lifeboat.coordinator.execution.StepState;
import io.lifeboat.coordinator.execution.Turn;
import java.time.Instant;

/**
 * A person has done it, or has seen that it is so; also the answer to a step's question.
 *
 * @param step the step
 * @param act who and why
 */
public record StepDone(String step, Act act) implements Verb.OfStep {

    @Override
    public String name() {
        return "done " + step;
    }

    @Override
    public boolean legalIn(Execution execution) {
        return StepVerbs.answerable(execution, step) && !(execution.step(step) instanceof StepState.Pending);
    }

    @Override
    public Turn on(Execution execution, NextSteps next, Instant now) {
        return Turn.of(execution)
                .settle(step, StepVerbs.answerable(this, execution, step).done(act), Outcome.SUCCEEDED, act)
                .unpause(cause -> step.equals(cause.stepId()), act);
    }
}
