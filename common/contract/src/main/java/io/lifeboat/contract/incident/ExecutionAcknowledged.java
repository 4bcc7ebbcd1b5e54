package io.lifeboat.contract.incident;

import io.lifeboat.contract.Act;

/**
 * A person looked at an execution that has ended; the machine may act by itself again once the cool-down is over.
 *
 * @param incidentId the incident
 * @param application the application
 * @param executionId the execution
 * @param act who looked, and what they say of it
 */
public record ExecutionAcknowledged(String incidentId, String application, String executionId, Act act)
        implements IncidentEvent {}
