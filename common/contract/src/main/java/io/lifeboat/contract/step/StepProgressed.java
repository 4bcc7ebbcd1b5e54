package io.lifeboat.contract.step;

import java.time.Duration;

/**
 * Still under way.
 *
 * @param ref the command
 * @param elapsed since it started
 * @param detail what the cloud reports
 */
public record StepProgressed(StepRef ref, Duration elapsed, String detail) implements StepEvent {}
