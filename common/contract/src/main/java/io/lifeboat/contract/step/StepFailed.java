package io.lifeboat.contract.step;

import java.time.Duration;

/**
 * It did not come about, and that was observed.
 *
 * @param ref the command
 * @param errorClass what kind of failure
 * @param retryable whether another attempt may do better without anyone mending something
 * @param elapsed since it started
 * @param detail what happened
 * @param remedy what a person can do
 */
public record StepFailed(
        StepRef ref, ErrorClass errorClass, boolean retryable, Duration elapsed, String detail, String remedy)
        implements StepEvent {}
