package io.lifeboat.coordinator.execution;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.lifeboat.contract.incident.LossInterval;
import io.lifeboat.contract.plan.Step.OnFailure;
import io.lifeboat.coordinator.command.ExecutionRef;
import io.lifeboat.coordinator.command.PinnedProcedure;
import io.lifeboat.coordinator.command.PinnedStep;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One run of a procedure, as a value.
 *
 * @param ref which execution it is
 * @param procedure what it runs
 * @param state where it stands
 * @param steps where each of its steps stands, in the order they were written
 * @param clearedSeen whether the outage was seen to be over; a person is asked once
 * @param otherSideDownSeen whether the region gone to was seen to be lost; a person is asked once
 * @param promotedBefore the promotions that a move the same way, which this one finishes, had made: their actions by their steps
 * @param promotionLoss the loss stated when the data was promoted; null before, and when nobody measured it
 * @param recalled what the database remembers of it
 */
public record Execution(
        ExecutionRef ref,
        PinnedProcedure procedure,
        ExecutionState state,
        Map<String, StepState> steps,
        boolean clearedSeen,
        boolean otherSideDownSeen,
        Map<String, String> promotedBefore,
        @Nullable LossInterval promotionLoss,
        Recalled recalled) {

    private static final Set<PauseCause.Kind> FAILURES =
            EnumSet.of(PauseCause.Kind.STEP_FAILED, PauseCause.Kind.STEP_SILENT, PauseCause.Kind.QUESTION_OVERDUE);

    public Execution {
        // In the order they were written, whatever order they were read back in.
        Map<String, StepState> ordered = new LinkedHashMap<>();
        for (PinnedStep step : procedure.steps()) {
            ordered.put(step.id(), steps.getOrDefault(step.id(), new StepState.Pending()));
        }
        steps = Collections.unmodifiableMap(ordered);
        // What was kept before there was such a thing says nothing of it.
        promotedBefore = promotedBefore == null ? Map.of() : Map.copyOf(promotedBefore);
        recalled = recalled == null ? Recalled.ALL : recalled;
    }

    /** A new one, of which nothing was commanded yet. */
    public static Execution opened(ExecutionRef ref, PinnedProcedure procedure) {
        return new Execution(
                ref, procedure, new ExecutionState.Running(), Map.of(), false, false, Map.of(), null, Recalled.ALL);
    }

    /** The same, finishing a move of which these promotions were made. */
    Execution finishing(Map<String, String> promoted) {
        return new Execution(
                ref, procedure, state, steps, clearedSeen, otherSideDownSeen, promoted, promotionLoss, recalled);
    }

    /**
     * Where a step stands.
     *
     * @throws IllegalArgumentException when the procedure has no such step
     */
    public StepState step(String id) {
        StepState step = steps.get(id);
        if (step == null) {
            throw new IllegalArgumentException("execution " + ref.executionId() + " has no step " + id);
        }
        return step;
    }

    public boolean hasStep(String id) {
        return steps.containsKey(id);
    }

    public Execution in(ExecutionState next) {
        return new Execution(
                ref, procedure, next, steps, clearedSeen, otherSideDownSeen, promotedBefore, promotionLoss, recalled);
    }

    public Execution with(String step, StepState next) {
        Map<String, StepState> changed = new LinkedHashMap<>(steps);
        changed.put(step, next);
        return new Execution(
                ref,
                procedure,
                state,
                changed,
                clearedSeen,
                otherSideDownSeen,
                promotedBefore,
                promotionLoss,
                recalled);
    }

    public Execution withClearedSeen() {
        return new Execution(
                ref, procedure, state, steps, true, otherSideDownSeen, promotedBefore, promotionLoss, recalled);
    }

    Execution withOtherSideDownSeen() {
        return new Execution(ref, procedure, state, steps, clearedSeen, true, promotedBefore, promotionLoss, recalled);
    }

    public Execution withPromotionLoss(@Nullable LossInterval loss) {
        return new Execution(
                ref, procedure, state, steps, clearedSeen, otherSideDownSeen, promotedBefore, loss, recalled);
    }

    Execution recalling(Recalled now) {
        return new Execution(
                ref, procedure, state, steps, clearedSeen, otherSideDownSeen, promotedBefore, promotionLoss, now);
    }

    /** Steps that may be commanded now: pending, and all they need ended well. */
    public List<PinnedStep> readySteps() {
        return procedure.steps().stream()
                .filter(step -> step(step.id()) instanceof StepState.Pending)
                .filter(step -> step.needs().stream().allMatch(this::endedWell))
                .toList();
    }

    /** Whether the steps that need this one may start. A failure the plan lets pass counts, and so does a skip. */
    public boolean endedWell(String id) {
        return switch (step(id)) {
            case StepState.Succeeded succeeded -> true;
            case StepState.Degraded degraded -> true;
            case StepState.Skipped skipped -> true;
            case StepState.Failed failed -> procedure.step(id).onFailure() == OnFailure.CONTINUE;
            default -> false;
        };
    }

    @JsonIgnore
    public boolean everyStepEndedWell() {
        return steps.keySet().stream().allMatch(this::endedWell);
    }

    /** Whether a stop of all automation halts it. */
    @JsonIgnore
    public boolean isHalted() {
        return state instanceof ExecutionState.Paused paused
                && paused.causes().stream().anyMatch(cause -> cause.kind() == PauseCause.Kind.STOPPED);
    }

    /** Whether it waits for a person because the database was restored. */
    @JsonIgnore
    public boolean isRestored() {
        return state instanceof ExecutionState.Paused paused
                && paused.causes().stream().anyMatch(cause -> cause.kind() == PauseCause.Kind.RESTORED);
    }

    /** Whether it is paused by what went wrong: neither by a person nor because the outage is over. */
    @JsonIgnore
    public boolean isFailing() {
        return state instanceof ExecutionState.Paused paused
                && paused.causes().stream().anyMatch(cause -> FAILURES.contains(cause.kind()));
    }

    /** Whether it came to its end with every step that must not fail carried out, none left out. */
    @JsonIgnore
    public boolean isProven() {
        return state instanceof ExecutionState.Completed
                && procedure.steps().stream()
                        .filter(step -> step.onFailure() != OnFailure.CONTINUE)
                        .map(step -> step(step.id()))
                        .allMatch(step -> step.attempt() > 0
                                && (step instanceof StepState.Succeeded || step instanceof StepState.Degraded));
    }

    /** Whether a step was commanded that cannot be taken back. */
    @JsonIgnore
    public boolean isPastNoReturn() {
        return procedure.steps().stream()
                .anyMatch(step -> step.pointOfNoReturn() && step(step.id()).attempt() > 0);
    }

    /** Whether a step was commanded that moves the writer, or a person did it. */
    boolean mayHaveMovedWriter() {
        return procedure.steps().stream()
                .filter(PinnedStep::promotes)
                .anyMatch(step -> step(step.id()).attempt() > 0 || done().contains(step.id()));
    }

    /** The promotions that came about: their actions by their steps. */
    Map<String, String> promoted() {
        return procedure.steps().stream()
                .filter(step -> step.promotes() && done().contains(step.id()))
                .collect(Collectors.toMap(PinnedStep::id, PinnedStep::action));
    }

    /** The ids of the steps whose state is such, in the order they were written. */
    public List<String> stepsThat(Predicate<StepState> such) {
        return steps.entrySet().stream()
                .filter(entry -> such.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The steps an executor has, or may have. */
    public List<String> inFlight() {
        return stepsThat(StepState.InFlight.class::isInstance);
    }

    /** The steps that came about. */
    public List<String> done() {
        return stepsThat(step -> step instanceof StepState.Succeeded || step instanceof StepState.Degraded);
    }

    /** The steps that failed for good and bar the way. */
    public List<String> failed() {
        return stepsThat(StepState.Failed.class::isInstance).stream()
                .filter(id -> !endedWell(id))
                .toList();
    }
}
