package io.lifeboat.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives a Quarkus test Kafka and PostgreSQL:
 *
 * <pre>{@code
 * @QuarkusTest
 * @QuarkusTestResource(value = ControlRoomResource.class, initArgs = @ResourceArg(name = "service", value = "coordinator"))
 * }</pre>
 *
 * <p>{@code service} is coordinator, executor or audit and decides whose role the data source signs in as; without it
 * there is only Kafka. A test field of type {@link ControlRoom} is filled, for tests that stop a server.
 */
public final class ControlRoomResource implements QuarkusTestResourceLifecycleManager {

    private String service = "";

    @Override
    public void init(Map<String, String> arguments) {
        service = arguments.getOrDefault("service", "");
    }

    @Override
    public Map<String, String> start() {
        ControlRoom room = ControlRoom.shared();
        Map<String, String> configuration = new HashMap<>();
        configuration.put("kafka.bootstrap.servers", room.kafka().bootstrap());
        configuration.put("quarkus.devservices.enabled", "false");
        configuration.put("quarkus.log.category.\"kafka\".level", "WARN");
        configuration.put("quarkus.log.category.\"org.apache.kafka\".level", "WARN");
        configuration.put("quarkus.log.category.\"state.change.logger\".level", "WARN");
        if (!service.isEmpty()) {
            configuration.putAll(room.database().configuration(service));
        }
        return configuration;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(ControlRoom.shared(), field -> field.getType().equals(ControlRoom.class));
    }

    @Override
    public void stop() {
        // the servers end with the JVM, for the next test class of the module uses them too
    }
}
