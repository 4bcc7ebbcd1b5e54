package io.lifeboat.coordinator.classify;

import io.lifeboat.contract.incident.Argument;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers arguments in order; what several say in the same words is one argument, as old as the oldest of them. */
final class Arguments {

    private final Map<String, Argument> gathered = new LinkedHashMap<>();

    void add(String what, String by, @Nullable Duration age) {
        gathered.merge(what, new Argument(what, List.of(by), age), Arguments::both);
    }

    List<Argument> all() {
        return List.copyOf(gathered.values());
    }

    private static Argument both(Argument first, Argument second) {
        List<String> by = new ArrayList<>(first.by());
        second.by().stream().filter(who -> !by.contains(who)).forEach(by::add);
        return new Argument(first.what(), by, older(first.age(), second.age()));
    }

    private static @Nullable Duration older(@Nullable Duration first, @Nullable Duration second) {
        if (first == null || second == null) {
            return first == null ? second : first;
        }
        return first.compareTo(second) >= 0 ? first : second;
    }
}
