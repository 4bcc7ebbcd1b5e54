package io.lifeboat.contract.incident;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.lifeboat.contract.Act;
import org.jspecify.annotations.Nullable;

/**
 * The coordinator counts a step as ended.
 *
 * @param incidentId the incident
 * @param application the application
 * @param executionId the execution
 * @param stepId the step
 * @param attempt the attempt that settled it
 * @param outcome how it ended
 * @param detail in words
 * @param act the person who settled it, or null when an executor did
 */
public record StepSettled(
        String incidentId,
        String application,
        String executionId,
        String stepId,
        int attempt,
        Outcome outcome,
        String detail,
        @Nullable Act act)
        implements IncidentEvent {

    /** How a step ended. */
    public enum Outcome {
        @JsonProperty("succeeded")
        SUCCEEDED,
        /** The least that serves, not the whole. */
        @JsonProperty("degraded")
        DEGRADED,
        @JsonProperty("failed")
        FAILED,
        @JsonProperty("skipped")
        SKIPPED
    }
}
