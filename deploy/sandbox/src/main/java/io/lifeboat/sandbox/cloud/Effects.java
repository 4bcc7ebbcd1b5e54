package io.lifeboat.sandbox.cloud;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How often each resource was really changed. A call that finds everything as asked is no effect, so this is what
 * "once" is checked against.
 */
public final class Effects {

    private final NavigableMap<String, NavigableMap<String, Integer>> counts = new TreeMap<>();

    /**
     * Counts one change of state.
     *
     * @param resource such as {@code rds:global-cluster:shop}
     * @param effect such as {@code failover}
     */
    public synchronized void count(String resource, String effect) {
        counts.computeIfAbsent(resource, key -> new TreeMap<>()).merge(effect, 1, Integer::sum);
    }

    public synchronized int of(String resource, String effect) {
        return counts.getOrDefault(resource, new TreeMap<>()).getOrDefault(effect, 0);
    }

    /** Effect counts by resource. */
    public synchronized Map<String, Map<String, Integer>> all() {
        Map<String, Map<String, Integer>> copy = new TreeMap<>();
        counts.forEach((resource, effects) -> copy.put(resource, new TreeMap<>(effects)));
        return copy;
    }
}
