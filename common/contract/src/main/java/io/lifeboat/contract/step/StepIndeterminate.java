package io.lifeboat.contract.step;

import java.time.Duration;

/**
 * Nobody can say yet whether it happened. It is observed further; nothing is repeated.
 *
 * @param ref the command
 * @param elapsed since it started
 * @param detail what is known
 */
public record StepIndeterminate(StepRef ref, Duration elapsed, String detail) implements StepEvent {}
