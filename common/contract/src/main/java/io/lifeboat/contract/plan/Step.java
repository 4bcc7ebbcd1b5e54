package io.lifeboat.contract.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node of a procedure.
 *
 * <p>In {@code with}, a mapping whose keys are all regions of the plan stands for "the one of the region": before the
 * command leaves it becomes {@code {from: ..., to: ...}}, pinned to the two regions of the execution.
 *
 * @param id unique within the procedure
 * @param action the code that can carry it out, for example {@code aurora.failover}
 * @param with the action's parameters, an object
 * @param target the target it runs in; {@code app} unless said otherwise
 * @param needs steps that must have ended well before
 * @param within its budget; past it the step is indeterminate while the cloud reports progress
 * @param onFailure what a failure does to the execution
 * @param planned what to do instead when the active side is healthy, or null
 */
public record Step(
        String id,
        String action,
        JsonNode with,
        String target,
        List<String> needs,
        Duration within,
        OnFailure onFailure,
        @Nullable Planned planned) {

    public Step {
        with = with == null || with.isNull() ? JsonNodeFactory.instance.objectNode() : with;
        target = target == null ? "app" : target;
        needs = needs == null ? List.of() : List.copyOf(needs);
        within = within == null ? Duration.ofMinutes(5) : within;
        onFailure = onFailure == null ? OnFailure.PAUSE : onFailure;
    }

    /** What is run while both sides answer: the same with its planned action, where it has one. */
    public Step inPlannedForm() {
        return planned == null ? this : new Step(id, planned.action(), with, target, needs, within, onFailure, null);
    }

    /** What a failed step does to its execution. */
    public enum OnFailure {
        /** Pause, and page a person. */
        @JsonProperty("pause")
        PAUSE,
        /** Note it and go on. */
        @JsonProperty("continue")
        CONTINUE
    }

    /**
     * The planned form of a step.
     *
     * @param action the action used when the active side is healthy
     */
    public record Planned(String action) {}
}
