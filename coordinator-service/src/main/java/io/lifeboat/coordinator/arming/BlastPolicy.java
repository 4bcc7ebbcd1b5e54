package io.lifeboat.coordinator.arming;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How many applications the machine may move by itself. Every number may be set, under {@code lifeboat.blast-cap}. */
@ConfigMapping(prefix = "lifeboat.blast-cap")
public interface BlastPolicy {

    /** The share of all applications with a plan in force, in percent. */
    @WithDefault("10")
    int percent();

    /** No fewer than this. */
    @WithDefault("1")
    int atLeast();

    /** No more than this. */
    @WithDefault("20")
    int atMost();

    /** Within this time. */
    @WithDefault("10m")
    Duration within();

    /** How many of so many applications. */
    default int of(int applications) {
        return Math.clamp((long) applications * percent() / 100, atLeast(), Math.max(atLeast(), atMost()));
    }
}
