package io.lifeboat.e2e.survival;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * How often each resource was really changed, as the sandbox counted it.
 *
 * @param counts by resource and kind of change
 */
record Effects(Map<String, Integer> counts) {

    static Effects of(JsonNode effects) {
        Map<String, Integer> counts = new TreeMap<>();
        effects.properties().forEach(resource -> resource.getValue()
                .properties()
                .forEach(change -> counts.put(
                        resource.getKey() + " " + change.getKey(),
                        change.getValue().asInt())));
        return new Effects(counts);
    }

    /** What was changed since then. */
    Effects since(Effects before) {
        Map<String, Integer> changes = new TreeMap<>();
        counts.forEach((change, count) -> {
            int more = count - before.counts().getOrDefault(change, 0);
            if (more > 0) {
                changes.put(change, more);
            }
        });
        return new Effects(changes);
    }

    /** The changes of one resource, such as {@code put 1}. */
    List<String> of(String resource) {
        return matching(Pattern.quote(resource) + " .*").stream()
                .map(change -> change.substring(resource.length() + 1))
                .toList();
    }

    /** The changes whose resource and kind match, such as {@code s3:bucket/key put 1}. */
    List<String> matching(String pattern) {
        return counts.entrySet().stream()
                .filter(change -> change.getKey().matches(pattern))
                .map(change -> change.getKey() + " " + change.getValue())
                .toList();
    }
}
