package io.lifeboat.coordinator.wave;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many applications are moved at once. Every number may be set, under {@code lifeboat.waves}. */
@ConfigMapping(prefix = "lifeboat.waves")
public interface WavePolicy {

    /** How many live executions may be open at once. */
    @WithDefault("10")
    int parallel();

    /** How many of a wave's applications may fail before no other is begun, in percent. */
    @WithDefault("20")
    int failures();
}
