package io.lifeboat.contract.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the application lives and can live.
 *
 * @param home where it normally lives
 * @param other where else it can be served from, in order of preference
 */
public record Regions(String home, List<String> other) {

    public Regions {
        other = List.copyOf(other);
    }

    /** Home first, then the others. */
    public List<String> all() {
        List<String> all = new ArrayList<>();
        all.add(home);
        all.addAll(other);
        return List.copyOf(all);
    }
}
