package io.lifeboat.contract.step;

/**
 * The action was observed first, and is about to be carried out or was found done.
 *
 * @param ref the command
 * @param observed what was observed, in words
 */
public record StepStarted(StepRef ref, String observed) implements StepEvent {}
