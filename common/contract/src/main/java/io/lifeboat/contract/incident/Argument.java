package io.lifeboat.contract.incident;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that speaks for or against what a disaster is taken for.
 *
 * @param what what is seen or known, in words
 * @param by who says so: vantages, people, or a service of the cloud's own
 * @param age how old it is; null when it has none
 */
public record Argument(
        String what, List<String> by, @Nullable Duration age) {

    public Argument {
        by = by == null ? List.of() : List.copyOf(by);
    }
}
