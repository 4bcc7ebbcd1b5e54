package io.lifeboat.coordinator.execution;

import io.lifeboat.coordinator.command.PinnedStep;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of steps because time has passed: commands nobody took, budgets, silence, waits before another attempt,
 * answers that are due. Times are the database's; nothing is kept in memory, so a restart loses no timer.
 */
public final class Timers {

    private static final String LOOK_AND_SAY =
            "look at the resource, then say done if it is so, retry if it is not, or skip to go on without it";

    private final ExecutionPolicy policy;

    public Timers(ExecutionPolicy policy) {
        this.policy = policy;
    }

    /** When time alone changes something next; empty when it does not. */
    public Optional<Instant> next(Execution execution) {
        return switch (execution.state()) {
            case ExecutionState.Open open ->
                Stream.concat(
                                execution.steps().values().stream().map(step -> due(step, open)),
                                Stream.of(open).map(Timers::knownBy))
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder());
            case ExecutionState.Closed closed -> Optional.empty();
        };
    }

    /** Everything that is due by now. */
    public Turn on(Execution execution, Instant now) {
        Turn turn = Turn.of(execution);
        if (!(execution.state() instanceof ExecutionState.Open open)) {
            return turn;
        }
        for (PinnedStep step : execution.procedure().steps()) {
            StepState state = execution.step(step.id());
            Instant due = due(state, open);
            if (due != null && !now.isBefore(due)) {
                turn = passed(turn, step, state, now);
            }
        }
        Instant known = knownBy(open);
        return known != null && !now.isBefore(known) ? notKnownInTime(turn) : turn;
    }

    /** When a person is asked about what an execution that ends early has in flight still. */
    private static @Nullable Instant knownBy(ExecutionState.Open state) {
        return state instanceof ExecutionState.Aborting aborting && !aborting.overdue() ? aborting.knownBy() : null;
    }

    /** A person may say now what became of what an executor is still at; what nobody took expires by itself. */
    private static Turn notKnownInTime(Turn turn) {
        Turn asked = turn;
        for (String step : turn.execution().inFlight()) {
            switch (turn.execution().step(step)) {
                case StepState.Running running ->
                    asked = asked.step(
                            step,
                            running.unclear(running.news(), running.detail()).askedNow());
                case StepState.Indeterminate unclear -> asked = asked.step(step, unclear.askedNow());
                default -> {}
            }
        }
        return asked.execution().state() instanceof ExecutionState.Aborting aborting
                ? asked.in(aborting.late())
                : asked;
    }

    private @Nullable Instant due(StepState step, ExecutionState.Open state) {
        return switch (step) {
            case StepState.Commanded commanded -> commanded.notAfter().plus(policy.acceptanceGrace());
            case StepState.Running running -> running.deadline();
            case StepState.Indeterminate unclear ->
                unclear.asked() ? null : unclear.news().plus(policy.silence());
            case StepState.Retrying retrying -> state instanceof ExecutionState.Running ? retrying.notBefore() : null;
            case StepState.NeedsPerson waiting -> waiting.overdue() ? null : waiting.until();
            case StepState.Pending pending -> null;
            case StepState.Failed failed -> null;
            case StepState.Succeeded succeeded -> null;
            case StepState.Degraded degraded -> null;
            case StepState.Skipped skipped -> null;
        };
    }

    private Turn passed(Turn turn, PinnedStep step, StepState state, Instant now) {
        return switch (state) {
            case StepState.Commanded commanded -> notTaken(turn, step, commanded, now);
            case StepState.Running running -> pastBudget(turn, step, running, now);
            case StepState.Indeterminate unclear -> silent(turn, step, unclear);
            case StepState.NeedsPerson waiting ->
                turn.step(step.id(), waiting.late())
                        .pause(PauseCause.overdue(
                                step.id(),
                                "step %s: no answer in time to: %s".formatted(step.id(), waiting.question())));
            // A wait that is over needs no more than that the next steps are looked at.
            default -> turn;
        };
    }

    /**
     * Executors refuse an expired command, and carry on a former attempt they took after all, so another is safe, but for what
     * must never be tried twice.
     */
    private Turn notTaken(Turn turn, PinnedStep step, StepState.Commanded commanded, Instant now) {
        String detail = "no executor took the command before it expired";
        if (step.irreversible()) {
            StepState.Indeterminate unclear = commanded.unclear(now, detail).askedNow();
            return turn.step(step.id(), unclear)
                    .pause(PauseCause.silent(
                            step.id(),
                            "step %s: %s, and it is never repeated by itself: %s"
                                    .formatted(step.id(), detail, LOOK_AND_SAY)));
        }
        boolean mayRepeat = commanded.repeats() < policy.retryLimit()
                && !(turn.execution().state() instanceof ExecutionState.Aborting);
        if (mayRepeat) {
            return turn.step(step.id(), commanded.retryAt(now, detail));
        }
        StepState.Failed failed = commanded.failed(detail, "see that an executor runs and reaches Kafka, then retry");
        return Failures.settle(turn, step, failed);
    }

    private Turn pastBudget(Turn turn, PinnedStep step, StepState.Running running, Instant now) {
        String detail = "past its budget of %s: %s".formatted(step.within(), running.detail());
        StepState.Indeterminate unclear = running.unclear(running.news(), detail);
        Duration quiet = Duration.between(running.news(), now);
        if (quiet.compareTo(policy.silence()) >= 0) {
            return silent(turn, step, unclear);
        }
        // The cloud is at it still, and stopping would not make it faster.
        return turn.step(step.id(), unclear);
    }

    private static Turn silent(Turn turn, PinnedStep step, StepState.Indeterminate unclear) {
        return turn.step(step.id(), unclear.askedNow())
                .pause(PauseCause.silent(
                        step.id(),
                        "step %s: nobody says anything about it any more (%s): %s"
                                .formatted(step.id(), unclear.detail(), LOOK_AND_SAY)));
    }
}
