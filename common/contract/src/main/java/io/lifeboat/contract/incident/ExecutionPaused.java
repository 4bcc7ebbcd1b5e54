package io.lifeboat.contract.incident;

import io.lifeboat.contract.Act;
import org.jspecify.annotations.Nullable;

/**
 * No new step starts until a person says what to do. Paused is open.
 *
 * @param incidentId the incident
 * @param application the application
 * @param executionId the execution
 * @param reason why
 * @param stepId the step that caused it, or null
 * @param act who paused it, or null when a failure did
 */
public record ExecutionPaused(
        String incidentId,
        String application,
        String executionId,
        String reason,
        @Nullable String stepId,
        @Nullable Act act)
        implements IncidentEvent {}
