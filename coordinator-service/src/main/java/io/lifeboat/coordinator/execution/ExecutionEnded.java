package io.lifeboat.coordinator.execution;

/**
 * An execution was completed or aborted, and that is committed.
 *
 * @param application whose execution
 */
public record ExecutionEnded(String application) {}
