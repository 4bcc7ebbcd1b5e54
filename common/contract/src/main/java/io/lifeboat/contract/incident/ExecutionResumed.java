package io.lifeboat.contract.incident;

import io.lifeboat.contract.Act;

/**
 * A person let it go on.
 *
 * @param incidentId the incident
 * @param application the application
 * @param executionId the execution
 * @param act who and why
 */
public record ExecutionResumed(String incidentId, String application, String executionId, Act act)
        implements IncidentEvent {}
