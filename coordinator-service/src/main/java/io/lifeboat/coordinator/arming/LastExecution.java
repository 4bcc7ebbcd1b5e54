package io.lifeboat.coordinator.arming;

import java.time.Duration;

/**
 * The latest execution of an application that moved it and ended.
 *
 * @param executionId the execution
 * @param endedFor how long ago it ended
 * @param acknowledged whether a person has looked at it since
 */
public record LastExecution(String executionId, Duration endedFor, boolean acknowledged) {}
