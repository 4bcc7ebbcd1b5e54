package io.lifeboat.coordinator.execution.verb;

import io.lifeboat.contract.Act;
import io.lifeboat.contract.incident.StepSettled.Outcome;
import io.lifeboat.coordinator.command.Commands;
import io.lifeboat.coordinator.execution.Execution;
import io.lifeboat.coordinator.execution.ExecutionState;
import io.lifeboat.coordinator.execution.NextSteps;
import io.lifeboat.coordinator.execution.StepState;
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
        return execution.state() instanceof ExecutionState.Running
                || execution.state() instanceof ExecutionState.Paused;
    }

    @Override
    public Turn on(Execution execution, NextSteps next, Instant now) {
        Turn turn = Turn.of(execution).in(aborting(execution)).say(retire(execution, now));
        for (String step : execution.stepsThat(StepState.Retrying.class::isInstance)) {
            if (execution.step(step) instanceof StepState.Retrying retrying) {
                turn = turn.settle(step, retrying.givenUp("the execution was aborted"), Outcome.FAILED);
            }
        }
        return turn;
    }

    private ExecutionState aborting(Execution execution) {
        return switch (execution.state()) {
            case ExecutionState.Running running -> running.abort(act, execution.inFlight());
            case ExecutionState.Paused paused -> paused.abort(act, execution.inFlight());
            default -> throw new IllegalVerbException(this, execution);
        };
    }

    private Record retire(Execution execution, Instant now) {
        return Commands.retireEpoch(execution.ref(), now, "aborted by " + act.who() + ": " + act.why());
    }
}
