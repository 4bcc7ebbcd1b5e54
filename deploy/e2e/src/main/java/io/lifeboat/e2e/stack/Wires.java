package io.lifeboat.e2e.stack;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The wires of a stack: one from each process to Kafka, and one to PostgreSQL. The detectors share one. */
public final class Wires implements AutoCloseable {

    /** What a wire leads to. */
    public enum Server {
        KAFKA,
        POSTGRES
    }

    /** The detectors' wire. */
    public static final String DETECTORS = "detectors";

    private static final List<String> PROCESSES =
            List.of("coordinator-1", "coordinator-2", "executor-1", "executor-2", "audit-1", DETECTORS);

    private final Map<String, Wire> kafka = new LinkedHashMap<>();
    private final Map<String, Wire> postgres = new LinkedHashMap<>();

    /** Wires that lead nowhere yet. */
    Wires() {
        PROCESSES.forEach(process -> {
            kafka.put(process, Wire.open());
            postgres.put(process, Wire.open());
        });
    }

    /** The wire of one process to one server. */
    public Wire of(String process, Server server) {
        Wire wire = (server == Server.KAFKA ? kafka : postgres).get(process);
        if (wire == null) {
            throw new IllegalArgumentException("no process " + process + "; there are " + kafka.keySet());
        }
        return wire;
    }

    /** Does this to every wire that leads to a server. */
    public void all(Server server, Consumer<Wire> deed) {
        (server == Server.KAFKA ? kafka : postgres).values().forEach(deed);
    }

    /** As {@code KafkaBroker} takes its doors. */
    String doors() {
        return kafka.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue().port())
                .collect(Collectors.joining(","));
    }

    /** Leads each wire to the door that the broker told of in lines {@code door.NAME=PORT}. */
    void leadToBroker(String told) {
        told.lines().filter(line -> line.startsWith("door.")).forEach(line -> {
            String[] parts = line.substring("door.".length()).split("=", 2);
            of(parts[0], Server.KAFKA).leadTo(Integer.parseInt(parts[1].trim()));
        });
    }

    /** What the process takes as {@code bootstrap.servers}. */
    String bootstrap(String process) {
        return "127.0.0.1:" + of(process, Server.KAFKA).port();
    }

    /** A service's database settings, with the wire in place of the server itself. */
    Map<String, String> database(String process, Map<String, String> settings) {
        Wire wire = of(process, Server.POSTGRES);
        Map<String, String> wired = new HashMap<>(settings);
        for (String url : List.of("quarkus.datasource.jdbc.url", "quarkus.datasource.reactive.url")) {
            String direct = settings.get(url);
            int from = direct.lastIndexOf(':') + 1;
            int to = direct.indexOf('/', from);
            wire.leadTo(Integer.parseInt(direct.substring(from, to)));
            wired.put(url, direct.substring(0, from) + wire.port() + direct.substring(to));
        }
        return wired;
    }

    @Override
    public void close() {
        kafka.values().forEach(Wire::close);
        postgres.values().forEach(Wire::close);
    }
}
