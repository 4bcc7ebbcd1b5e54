package io.lifeboat.coordinator.execution;

import io.lifeboat.contract.Act;
import io.lifeboat.contract.incident.ExecutionPaused;
import io.lifeboat.contract.incident.ExecutionResumed;
import io.lifeboat.contract.incident.StepSettled;
import io.lifeboat.coordinator.command.ExecutionRef;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What one input makes of an execution: the execution as it is afterwards, and the messages that follow from it, in
 * order. A value; storing and sending it is someone else's work.
 *
 * @param execution as it is afterwards
 * @param messages incident events and commands
 */
public record Turn(Execution execution, List<Record> messages) {

    public Turn {
        messages = List.copyOf(messages);
    }

    /** Nothing happened. */
    public static Turn of(Execution execution) {
        return new Turn(execution, List.of());
    }

    public Turn to(Execution next) {
        return new Turn(next, messages);
    }

    public Turn in(ExecutionState next) {
        return to(execution.in(next));
    }

    public Turn step(String id, StepState next) {
        return to(execution.with(id, next));
    }

    public Turn say(Record message) {
        List<Record> more = new ArrayList<>(messages);
        more.add(message);
        return new Turn(execution, more);
    }

    /** The same, and then what that made of it. */
    Turn then(Turn later) {
        List<Record> all = new ArrayList<>(messages);
        all.addAll(later.messages);
        return new Turn(later.execution, all);
    }

    /** A step ended by an executor's word. */
    public Turn settle(String step, StepState end, StepSettled.Outcome outcome) {
        return step(step, end)
                .say(new StepSettled(
                        ref().incidentId(),
                        ref().application(),
                        ref().executionId(),
                        step,
                        end.attempt(),
                        outcome,
                        end.detail(),
                        null));
    }

    /** A step ended by a person's word. */
    public Turn settle(String step, StepState end, StepSettled.Outcome outcome, Act act) {
        return step(step, end)
                .say(new StepSettled(
                        ref().incidentId(),
                        ref().application(),
                        ref().executionId(),
                        step,
                        end.attempt(),
                        outcome,
                        end.detail(),
                        act));
    }

    /** Starts nothing more until a person says so. An execution that is aborting starts nothing anyhow. */
    public Turn pause(PauseCause cause) {
        return switch (execution.state()) {
            case ExecutionState.Running running -> in(running.pause(cause)).say(paused(cause));
            case ExecutionState.Paused paused -> in(paused.alsoBecause(cause)).say(paused(cause));
            case ExecutionState.Aborting aborting -> this;
            case ExecutionState.Closed closed -> this;
        };
    }

    /** Takes back the causes that a person has settled; the execution goes on when none is left. */
    public Turn unpause(Predicate<PauseCause> settled, Act act) {
        return goOn(settled, act);
    }

    /** A step of which nobody said anything has come to a good end after all: that no longer keeps the execution waiting. */
    public Turn heard(String step) {
        return goOn(cause -> cause.kind() == PauseCause.Kind.STEP_SILENT && cause.isOf(step), null);
    }

    /** All automation goes on. */
    public Turn goOnAfterStop() {
        return goOn(cause -> cause.kind() == PauseCause.Kind.STOPPED, null);
    }

    private Turn goOn(Predicate<PauseCause> settled, @Nullable Act act) {
        if (!(execution.state() instanceof ExecutionState.Paused paused)) {
            return this;
        }
        ExecutionState.Open next = paused.settle(settled);
        Turn turn = in(next);
        return next instanceof ExecutionState.Running
                ? turn.say(new ExecutionResumed(ref().incidentId(), ref().application(), ref().executionId(), act))
                : turn;
    }

    private ExecutionPaused paused(PauseCause cause) {
        return new ExecutionPaused(
                ref().incidentId(),
                ref().application(),
                ref().executionId(),
                cause.reason(),
                cause.stepId(),
                cause.act());
    }

    private ExecutionRef ref() {
        return execution.ref();
    }
}
