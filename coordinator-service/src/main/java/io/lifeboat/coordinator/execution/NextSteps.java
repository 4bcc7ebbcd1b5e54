package io.lifeboat.coordinator.execution;

import io.lifeboat.contract.incident.ExecutionAborted;
import io.lifeboat.contract.incident.ExecutionCompleted;
import io.lifeboat.coordinator.command.Commands;
import io.lifeboat.coordinator.command.ExecutionRef;
import io.lifeboat.coordinator.command.PinnedStep;
import java.time.Instant;
import java.util.List;

/** What follows of itself once something has happened: steps that are ready, and ends that are reached. */
public final class NextSteps {

    private final ExecutionPolicy policy;

    public NextSteps(ExecutionPolicy policy) {
        this.policy = policy;
    }

    /** Commands every step that is ready; ends the execution when nothing is left to wait for. */
    public Turn after(Turn turn, Instant now) {
        return switch (turn.execution().state()) {
            case ExecutionState.Running running -> completeOrGoOn(commandReady(turn, now), running);
            case ExecutionState.Aborting aborting -> abortedOrWait(turn, aborting);
            case ExecutionState.Paused paused -> turn;
            case ExecutionState.Closed closed -> turn;
        };
    }

    /** Sends the command of one step's next attempt, under a number that no forgotten attempt can have had. */
    public Turn command(Turn turn, PinnedStep step, StepState.Commanded wanted, Instant now) {
        Execution execution = turn.execution();
        StepState.Commanded next = wanted.after(execution.recalled().forgottenAttempts());
        return turn.step(step.id(), next)
                .say(Commands.runStep(
                        execution.ref(), execution.procedure(), step, next.attempt(), now, policy.commandExpiry()));
    }

    /** When a command sent now expires. */
    public Instant expiry(Instant now) {
        return now.plus(policy.commandExpiry());
    }

    private Turn commandReady(Turn turn, Instant now) {
        Turn commanded = turn;
        for (PinnedStep step : turn.execution().readySteps()) {
            commanded = command(commanded, step, new StepState.Pending().command(expiry(now)), now);
        }
        for (PinnedStep step : turn.execution().procedure().steps()) {
            if (turn.execution().step(step.id()) instanceof StepState.Retrying retrying
                    && !now.isBefore(retrying.notBefore())) {
                commanded = command(commanded, step, retrying.command(expiry(now)), now);
            }
        }
        return commanded;
    }

    private static Turn completeOrGoOn(Turn turn, ExecutionState.Running running) {
        Execution execution = turn.execution();
        if (!execution.everyStepEndedWell()) {
            return turn;
        }
        ExecutionRef ref = execution.ref();
        List<String> exceptions =
                execution.stepsThat(step -> step instanceof StepState.Failed || step instanceof StepState.Skipped);
        return Obligations.open(turn.in(running.complete())
                .say(new ExecutionCompleted(ref.incidentId(), ref.application(), ref.executionId(), exceptions)));
    }

    private static Turn abortedOrWait(Turn turn, ExecutionState.Aborting aborting) {
        Execution execution = turn.execution();
        if (!execution.inFlight().isEmpty()) {
            return turn;
        }
        ExecutionRef ref = execution.ref();
        return Obligations.open(turn.in(aborting.settled())
                .say(new ExecutionAborted(
                        ref.incidentId(),
                        ref.application(),
                        ref.executionId(),
                        aborting.act(),
                        execution.done(),
                        aborting.inFlight(),
                        NextSafeVerb.of(execution))));
    }
}
