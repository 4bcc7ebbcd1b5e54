package io.lifeboat.testkit;

import io.smallrye.config.SmallRyeConfigBuilder;

/** What a service's settings say where nobody set them, without the service. */
public final class ConfiguredDefaults {

    private ConfiguredDefaults() {}

    /**
     * The settings as they are by default.
     *
     * @param mapping an interface annotated with {@code ConfigMapping}, each of whose values has a default
     */
    public static <T> T of(Class<T> mapping) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(mapping)
                .build()
                .getConfigMapping(mapping);
    }
}
