package io.lifeboat.contract.incident;

import java.util.List;

/**
 * Every step ended.
 *
 * @param incidentId the incident
 * @param application the application
 * @param executionId the execution
 * @param exceptions steps that failed or were skipped and were allowed to
 */
public record ExecutionCompleted(String incidentId, String application, String executionId, List<String> exceptions)
        implements IncidentEvent {}
