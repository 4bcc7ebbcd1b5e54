package io.lifeboat.coordinator.execution;

/**
 * A step event or a person has brought an execution to its end, and that is committed. What timers end is found by the next
 * round.
 *
 * @param application whose execution
 */
public record ExecutionEnded(String application) {}
