package io.lifeboat.contract.incident;

import io.lifeboat.contract.Act;
import org.jspecify.annotations.Nullable;

/**
 * It goes on: a person said so, or the step that nobody spoke of came to a good end.
 *
 * @param incidentId the incident
 * @param application the application
 * @param executionId the execution
 * @param act who and why; null when the machine saw that nothing stands in the way any more
 */
public record ExecutionResumed(
        String incidentId,
        String application,
        String executionId,
        @Nullable Act act) implements IncidentEvent {}
