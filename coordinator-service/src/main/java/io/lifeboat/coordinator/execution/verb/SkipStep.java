package io.lifeboat.coordinator.execution.verb;

import io.lifeboat.contract.Act;
import io.lifeboat.contract.incident.StepSettled.Outcome;
import io.lifeboat.coordinator.execution.Execution;
import io.lifeboat.coordinator.execution.NextSteps;
import io.lifeboat.coordinator.execution.Turn;
import java.time.Instant;

/**
 * Go on without a step; the steps that need it may start.
 *
 * @param step the step
 * @param act who and why
 */
public record SkipStep(String step, Act act) implements Verb.OfStep {

    @Override
    public String name() {
        return "skip " + step;
    }

    @Override
    public boolean legalIn(Execution execution) {
        return StepVerbs.answerable(execution, step);
    }

    @Override
    public Turn on(Execution execution, NextSteps next, Instant now) {
        return Turn.of(execution)
                .settle(step, StepVerbs.answerable(this, execution, step).skip(act), Outcome.SKIPPED, act)
                .unpause(cause -> step.equals(cause.stepId()), act);
    }
}
