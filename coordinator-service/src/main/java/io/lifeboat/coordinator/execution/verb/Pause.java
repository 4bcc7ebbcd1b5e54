package io.lifeboat.coordinator.execution.verb;

import io.lifeboat.contract.Act;
import io.lifeboat.coordinator.execution.Execution;
import io.lifeboat.coordinator.execution.ExecutionState;
import io.lifeboat.coordinator.execution.NextSteps;
import io.lifeboat.coordinator.execution.PauseCause;
import io.lifeboat.coordinator.execution.Turn;
import java.time.Instant;

/**
 * Start no new step until someone says so; what is in flight goes on.
 *
 * @param act who and why
 */
public record Pause(Act act) implements Verb {

    @Override
    public String name() {
        return "pause";
    }

    @Override
    public boolean legalIn(Execution execution) {
        return execution.state() instanceof ExecutionState.Running;
    }

    @Override
    public Turn on(Execution execution, NextSteps next, Instant now) {
        return Turn.of(execution).pause(PauseCause.by(act));
    }
}
