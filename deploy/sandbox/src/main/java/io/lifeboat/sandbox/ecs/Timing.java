package io.lifeboat.sandbox.ecs;

import java.time.Duration;

/**
 * How long things take: the sandbox's own pace, not AWS's.
 *
 * @param start from a task's creation until it runs
 * @param drain from leaving the target group until a task is stopped
 */
public record Timing(Duration start, Duration drain) {}
