package io.lifeboat.coordinator.execution;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The engine's patience, in numbers. Every one of them may be set, under {@code lifeboat.execution}. */
@ConfigMapping(prefix = "lifeboat.execution")
public interface ExecutionPolicy {

    /** How long a command may wait to be accepted; executors refuse it afterwards. */
    @WithDefault("60s")
    Duration commandExpiry();

    /** How long after its expiry a command's acceptance may still be on its way. */
    @WithDefault("5s")
    Duration acceptanceGrace();

    /** How many further attempts the machine makes by itself, for failures that another attempt may cure. */
    @WithDefault("5")
    int retryLimit();

    /** How long it waits before the first of them; doubled for each one more. */
    @WithDefault("1s")
    Duration retryFirst();

    /** The longest wait between two attempts. */
    @WithDefault("30s")
    Duration retryLongest();

    /** How long an executor may say nothing about a step that is past its budget. */
    @WithDefault("1m")
    Duration silence();

    /** How long an execution that gives way, or is superseded, waits for what it has in flight before a person is asked. */
    @WithDefault("3m")
    Duration knownWithin();

    /** How often timers are looked at; a whole number of seconds. */
    @WithDefault("1s")
    Duration sweepEvery();

    /** How often the steps in progress are counted for the metrics. */
    @WithDefault("5s")
    Duration countEvery();
}
