package io.lifeboat.coordinator.obligation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The patience with obligations. Every number may be set, under {@code lifeboat.obligation}. */
@ConfigMapping(prefix = "lifeboat.obligation")
public interface ObligationPolicy {

    /** How long a command may wait to be accepted. */
    @WithDefault("60s")
    Duration commandExpiry();

    /** How long one attempt may take; then another follows. */
    @WithDefault("30d")
    Duration attempt();

    /** The wait after an attempt that failed; doubled each time. */
    @WithDefault("10s")
    Duration retryFirst();

    /** The longest wait between attempts. */
    @WithDefault("10m")
    Duration retryLongest();

    /** How long executors may say nothing about an attempt; longer than they need to say that nothing has changed. */
    @WithDefault("3h")
    Duration silence();

    /** How long after a person answered the page they are paged again, while it is owed still. */
    @WithDefault("8h")
    Duration remindEvery();

    /** How often it is looked for what is due. */
    @WithDefault("1s")
    Duration sweepEvery();
}
