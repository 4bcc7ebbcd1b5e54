package io.lifeboat.coordinator.execution.verb;

import io.lifeboat.coordinator.execution.Execution;
import io.lifeboat.coordinator.execution.ExecutionState;
import io.lifeboat.coordinator.execution.StepState;

/** What the verbs about a step have in common: a person has the last word only where no executor is at work. */
final class StepVerbs {

    private StepVerbs() {}

    static boolean answerable(Execution execution, String step) {
        return execution.state() instanceof ExecutionState.Open && execution.step(step) instanceof StepState.Answerable;
    }

    static StepState.Answerable answerable(Verb verb, Execution execution, String step) {
        if (execution.step(step) instanceof StepState.Answerable answerable) {
            return answerable;
        }
        throw new IllegalVerbException(verb, execution);
    }
}
