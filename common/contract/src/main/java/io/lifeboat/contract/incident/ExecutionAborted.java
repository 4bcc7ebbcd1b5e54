package io.lifeboat.contract.incident;

import io.lifeboat.contract.Act;
import java.util.List;

/**
 * A person ended it early.
 *
 * @param incidentId the incident
 * @param application the application
 * @param executionId the execution
 * @param act who and why
 * @param done steps that ended well
 * @param running steps that were in flight and are still observed to a known state
 * @param nextSafeVerb what a person can safely do next
 */
public record ExecutionAborted(
        String incidentId,
        String application,
        String executionId,
        Act act,
        List<String> done,
        List<String> running,
        String nextSafeVerb)
        implements IncidentEvent {}
