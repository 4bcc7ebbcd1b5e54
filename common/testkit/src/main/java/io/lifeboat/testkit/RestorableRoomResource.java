package io.lifeboat.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives a Quarkus test the shared Kafka and a PostgreSQL of its own that can go back:
 *
 * <pre>{@code
 * @QuarkusTestResource(
 *         value = RestorableRoomResource.class,
 *         restrictToAnnotatedClass = true,
 *         initArgs = @ResourceArg(name = "service", value = "executor"))
 * }</pre>
 *
 * <p>A test field of type {@link RestorableDatabase} is filled.
 */
public final class RestorableRoomResource implements QuarkusTestResourceLifecycleManager {

    private String service = "";
    private @Nullable RestorableDatabase restorable;

    @Override
    public void init(Map<String, String> arguments) {
        service = arguments.getOrDefault("service", "");
    }

    @Override
    public Map<String, String> start() {
        RestorableDatabase started = RestorableDatabase.start();
        restorable = started;
        Map<String, String> configuration = new HashMap<>(started.database().configuration(service));
        configuration.put(
                "kafka.bootstrap.servers", ControlRoom.shared().kafka().bootstrap());
        configuration.put("quarkus.devservices.enabled", "false");
        configuration.put("quarkus.log.category.\"kafka\".level", "WARN");
        configuration.put("quarkus.log.category.\"org.apache.kafka\".level", "WARN");
        configuration.put("quarkus.log.category.\"state.change.logger\".level", "WARN");
        return configuration;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(restorable, field -> field.getType().equals(RestorableDatabase.class));
    }

    @Override
    public void stop() {
        if (restorable != null) {
            restorable.stop();
        }
    }
}
