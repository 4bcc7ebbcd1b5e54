package io.lifeboat.contract.step;

import io.lifeboat.contract.incident.Mode;

/**
 * Which command a step event is about.
 *
 * @param commandId the command
 * @param application the application, and so the message's key
 * @param incidentId the incident
 * @param executionId the execution
 * @param epoch the epoch the command carried
 * @param stepId the step
 * @param attempt the attempt
 * @param action the action's name
 * @param mode what it may touch
 * @param executor the executor instance
 */
public record StepRef(
        String commandId,
        String application,
        String incidentId,
        String executionId,
        long epoch,
        String stepId,
        int attempt,
        String action,
        Mode mode,
        String executor) {}
