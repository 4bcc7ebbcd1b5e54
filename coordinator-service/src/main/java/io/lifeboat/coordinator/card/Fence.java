package io.lifeboat.coordinator.card;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.lifeboat.contract.plan.Action;
import io.lifeboat.contract.plan.Step;
import io.lifeboat.contract.step.StepSucceeded.Effect;
import io.lifeboat.coordinator.command.PinnedStep;
import io.lifeboat.coordinator.execution.Execution;
import io.lifeboat.coordinator.execution.StepState;
import io.lifeboat.coordinator.signal.Evidence;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether the old writer is kept from taking writes behind everybody's back.
 *
 * @param state how far it is
 * @param reason in words
 * @param refusedFor for how long the old writer has refused every vantage's writes; null while it accepts some, when nobody
 *     knows, and once an execution runs, for then a write may be the new writer's
 */
public record Fence(State state, String reason, @Nullable Duration refusedFor) {

    /** How far it is. */
    public enum State {
        /** No execution runs, or its fence was not commanded yet. */
        @JsonProperty("not-begun")
        NOT_BEGUN,
        @JsonProperty("under-way")
        UNDER_WAY,
        /** Observed to be so. */
        @JsonProperty("fenced")
        FENCED,
        /** The old writer could not be reached; the fence stays armed. */
        @JsonProperty("pending")
        PENDING,
        /** It failed, or a person let the execution go on without it. */
        @JsonProperty("failed")
        FAILED,
        /** The procedure has no step that fences. */
        @JsonProperty("no-step")
        NO_STEP
    }

    /** Before an execution was opened: what the old writer does by itself. */
    static Fence before(List<Step> procedure, Evidence counting) {
        boolean planned = procedure.stream().anyMatch(step -> fences(step.action()));
        Duration refusedFor = counting.writesStoppedFor().orElse(null);
        return new Fence(planned ? State.NOT_BEGUN : State.NO_STEP, oldWriter(counting, refusedFor), refusedFor);
    }

    /** Once an execution was opened: what became of its step. */
    static Fence of(Execution execution) {
        Optional<PinnedStep> step = execution.procedure().steps().stream()
                .filter(each -> fences(each.action()))
                .findFirst();
        if (step.isEmpty()) {
            return new Fence(State.NO_STEP, "the procedure has no step that fences", null);
        }
        StepState stands = execution.step(step.get().id());
        return new Fence(state(stands), stands.detail(), null);
    }

    private static State state(StepState step) {
        return switch (step) {
            case StepState.Pending pending -> State.NOT_BEGUN;
            case StepState.Commanded commanded -> State.UNDER_WAY;
            case StepState.Running running -> State.UNDER_WAY;
            case StepState.Indeterminate unclear -> State.UNDER_WAY;
            case StepState.Retrying retrying -> State.UNDER_WAY;
            case StepState.NeedsPerson asks -> State.PENDING;
            case StepState.Succeeded succeeded -> succeeded.effect() == Effect.PENDING ? State.PENDING : State.FENCED;
            // A fence is whole or it is none.
            case StepState.Degraded degraded -> State.PENDING;
            case StepState.Failed failed -> State.FAILED;
            case StepState.Skipped skipped -> State.FAILED;
        };
    }

    private static boolean fences(String action) {
        return Action.named(action)
                .filter(known -> known.role() == Action.Role.FENCE)
                .isPresent();
    }

    private static String oldWriter(Evidence counting, @Nullable Duration refusedFor) {
        List<String> writing = counting.writingVantages();
        if (!writing.isEmpty()) {
            return "the old writer still accepts writes of " + String.join(", ", writing);
        }
        return refusedFor == null
                ? "nobody can say whether the old writer accepts writes"
                : "the old writer has refused every vantage's writes for " + Words.of(refusedFor);
    }
}
