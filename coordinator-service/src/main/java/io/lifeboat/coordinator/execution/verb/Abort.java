package io.lifeboat.coordinator.execution.verb;

import io.lifeboat.contract.Act;
import io.lifeboat.coordinator.execution.EarlyEnd;
import io.lifeboat.coordinator.execution.Ending;
import io.lifeboat.coordinator.execution.Execution;
import io.lifeboat.coordinator.execution.NextSteps;
import io.lifeboat.coordinator.execution.Turn;
import java.time.Instant;

/**
 * Start nothing more, retire the epoch, and end once everything in flight is known.
 *
 * @param act who and why
 */
public record Abort(Act act) implements Verb {

    @Override
    public String name() {
        return "abort";
    }

    @Override
    public boolean legalIn(Execution execution) {
        return EarlyEnd.possible(execution);
    }

    @Override
    public Turn on(Execution execution, NextSteps next, Instant now) {
        return EarlyEnd.begin(execution, act, Ending.ABORTED, null, now);
    }
}
