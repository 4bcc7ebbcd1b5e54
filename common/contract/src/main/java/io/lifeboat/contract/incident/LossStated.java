package io.lifeboat.contract.incident;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * How much recent work is lost, as far as it is known at this moment.
 *
 * @param incidentId the incident
 * @param application the application
 * @param executionId the execution, or null before one was opened
 * @param moment when it was stated
 * @param loss the interval; null when nobody measured it
 * @param basis what it rests on, or why it is unknown
 */
public record LossStated(
        String incidentId,
        String application,
        @Nullable String executionId,
        Moment moment,
        @Nullable LossInterval loss,
        String basis)
        implements IncidentEvent {

    /** When a loss is stated. */
    public enum Moment {
        @JsonProperty("decision")
        DECISION,
        @JsonProperty("promotion")
        PROMOTION,
        @JsonProperty("reconciliation")
        RECONCILIATION
    }
}
