package io.lifeboat.coordinator.execution.verb;

import io.lifeboat.contract.Act;
import io.lifeboat.contract.incident.Mode;
import io.lifeboat.coordinator.execution.EarlyEnd;
import io.lifeboat.coordinator.execution.Ending;
import io.lifeboat.coordinator.execution.Execution;
import io.lifeboat.coordinator.execution.ExecutionState;
import io.lifeboat.coordinator.execution.NextSteps;
import io.lifeboat.coordinator.execution.StepState;
import io.lifeboat.coordinator.execution.Turn;
import java.time.Duration;
import java.time.Instant;

/**
 * Another execution in place of one that is stuck: nothing more starts, the epoch is retired, and once what is in flight is known
 * the gate is asked to open another for the same incident, with this word as an approval. An abort leaves that to a later word.
 *
 * @param act who and why
 * @param after how long what is in flight may take to become known before another person is asked about it
 */
public record Supersede(Act act, Duration after) implements Verb {

    @Override
    public String name() {
        return "supersede";
    }

    @Override
    public boolean legalIn(Execution execution) {
        return execution.ref().mode() == Mode.LIVE
                && !execution.ref().isPlannedByPeople()
                && switch (execution.state()) {
                    case ExecutionState.Running running ->
                        !execution.stepsThat(Supersede::stuck).isEmpty();
                    case ExecutionState.Paused paused -> true;
                    case ExecutionState.Aborting aborting -> aborting.ending() == Ending.ABORTED;
                    case ExecutionState.Closed closed -> false;
                };
    }

    @Override
    public Turn on(Execution execution, NextSteps next, Instant now) {
        return EarlyEnd.begin(execution, act, Ending.SUPERSEDED, now.plus(after), now);
    }

    private static boolean stuck(StepState step) {
        return step instanceof StepState.Indeterminate || step instanceof StepState.NeedsPerson;
    }
}
