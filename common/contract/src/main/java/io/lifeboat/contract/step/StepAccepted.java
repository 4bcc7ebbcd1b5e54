package io.lifeboat.contract.step;

/**
 * The command is stored; its run will be carried on by some executor whatever happens to this one.
 *
 * @param ref the command
 */
public record StepAccepted(StepRef ref) implements StepEvent {}
