package io.lifeboat.contract.timing;

import io.lifeboat.contract.incident.Mode;
import java.time.Duration;

/**
 * How long a step took so far.
 *
 * @param application the application
 * @param stepId the step
 * @param action the action
 * @param mode live, rehearsal, drill or simulated: never mixed
 * @param runs how many ended well
 * @param median of their durations
 * @param p95 of their durations
 * @param latest the newest one
 */
public record StepStatistics(
        String application,
        String stepId,
        String action,
        Mode mode,
        int runs,
        Duration median,
        Duration p95,
        Duration latest) {}
