package io.lifeboat.sandbox.control;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The operator's routes. Each part of the cloud adds its own: its faults, and what it shows under {@code /state}. */
public final class ControlRoutes {

    private record Route(String method, List<String> segments, Function<ControlRequest, @Nullable Object> handler) {}

    /** A handler and the values of its route's names. */
    record Match(Function<ControlRequest, @Nullable Object> handler, Map<String, String> path) {}

    private final List<Route> routes = new CopyOnWriteArrayList<>();
    private final Map<String, Supplier<Object>> states = new ConcurrentHashMap<>();

    /**
     * Adds a route.
     *
     * @param path such as {@code /faults/regions/{region}/lose}
     * @param handler what it answers, written as JSON; null means 204. It may block.
     */
    public ControlRoutes add(String method, String path, Function<ControlRequest, @Nullable Object> handler) {
        routes.add(new Route(method, List.of(path.split("/")), handler));
        return this;
    }

    /** Adds a part of {@code GET /state}. */
    public ControlRoutes state(String name, Supplier<Object> supplier) {
        states.put(name, supplier);
        return this;
    }

    Map<String, Object> state() {
        Map<String, Object> all = new LinkedHashMap<>();
        states.keySet().stream()
                .sorted()
                .forEach(name -> all.put(name, states.get(name).get()));
        return all;
    }

    Optional<Match> match(String method, String path) {
        List<String> segments = List.of(path.split("/"));
        return routes.stream()
                .filter(route -> route.method().equals(method))
                .flatMap(route ->
                        values(route.segments(), segments).map(found -> new Match(route.handler(), found)).stream())
                .findFirst();
    }

    private static Optional<Map<String, String>> values(List<String> pattern, List<String> segments) {
        if (pattern.size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < pattern.size(); i++) {
            String part = pattern.get(i);
            if (part.startsWith("{")) {
                values.put(part.substring(1, part.length() - 1), segments.get(i));
            } else if (!part.equals(segments.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }
}
