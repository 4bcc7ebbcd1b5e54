package io.lifeboat.e2e.stack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a stack is started.
 *
 * @param sandbox options handed on to the sandbox, for example {@code --promotion 4s}
 * @param jvm further options of the services' JVMs by process name: settings as {@code -D}, or an agent
 * @param environment further variables of processes' environments by process name, {@code kafka} and {@code postgres} included
 * @param wired whether the services reach Kafka and PostgreSQL by {@link Wires} that can be cut; such a stack ends with the
 *     process that started it
 */
public record StackOptions(
        List<String> sandbox,
        Map<String, List<String>> jvm,
        Map<String, Map<String, String>> environment,
        boolean wired) {

    public StackOptions {
        sandbox = List.copyOf(sandbox);
        jvm = Map.copyOf(jvm);
        environment = Map.copyOf(environment);
    }

    /** The services as they are by themselves. */
    public StackOptions(List<String> sandbox) {
        this(sandbox, Map.of(), Map.of(), false);
    }

    /** The sandbox as it is by itself. */
    public static StackOptions plain() {
        return new StackOptions(List.of());
    }

    /** The same, with these options for the JVM of one process. */
    public StackOptions withJvm(String process, List<String> options) {
        Map<String, List<String>> more = new HashMap<>(jvm);
        more.put(process, List.copyOf(options));
        return new StackOptions(sandbox, more, environment, wired);
    }

    /** The same, with these variables for one process. */
    public StackOptions withEnvironment(String process, Map<String, String> variables) {
        Map<String, Map<String, String>> more = new HashMap<>(environment);
        more.put(process, Map.copyOf(variables));
        return new StackOptions(sandbox, jvm, more, wired);
    }

    /** The same, with wires that can be cut. */
    public StackOptions withWires() {
        return new StackOptions(sandbox, jvm, environment, true);
    }

    Map<String, String> environmentOf(String process) {
        return environment.getOrDefault(process, Map.of());
    }

    List<String> jvmOf(String process) {
        return jvm.getOrDefault(process, List.of());
    }
}
