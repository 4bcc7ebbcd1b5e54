package io.lifeboat.executor.action;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Every action there is, by name. */
@ApplicationScoped
public class Actions {

    private final Map<String, Action<?>> byName = new TreeMap<>();

    /** Of all the actions that are beans. */
    public Actions(@All List<Action<?>> actions) {
        for (Action<?> action : actions) {
            if (byName.put(action.name(), action) != null) {
                throw new IllegalStateException("two actions are named " + action.name());
            }
        }
    }

    /** The action of that name. */
    public Optional<Action<?>> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** All names. */
    public Set<String> names() {
        return Set.copyOf(byName.keySet());
    }
}
