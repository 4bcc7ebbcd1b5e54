package io.lifeboat.testkit;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What a service's settings say where nobody set them, without the service. */
public final class ConfiguredDefaults {

    /** Reading them is looking through every jar, and simulated worlds ask hundreds of thousands of times. */
    private static final Map<Class<?>, Object> READ = new ConcurrentHashMap<>();

    private ConfiguredDefaults() {}

    /**
     * The settings as they are by default.
     *
     * @param mapping an interface annotated with {@code ConfigMapping}, each of whose values has a default
     */
    public static <T> T of(Class<T> mapping) {
        return mapping.cast(READ.computeIfAbsent(mapping, ConfiguredDefaults::read));
    }

    private static Object read(Class<?> mapping) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(mapping)
                .build()
                .getConfigMapping(mapping);
    }
}
