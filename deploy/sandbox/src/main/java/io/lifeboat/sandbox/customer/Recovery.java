package io.lifeboat.sandbox.customer;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When customers were served again. What did not happen yet is null, never a guess.
 *
 * @param first the first of them
 * @param p99 the one with whom 99 % of them were
 * @param last all of them
 */
record Recovery(
        @Nullable Instant first,
        @Nullable Instant p99,
        @Nullable Instant last) {

    static final Recovery NONE = new Recovery(null, null, null);

    private static final double MOST = 0.99;
    private static final double ROUNDING = 1e-9;

    /**
     * One customer's part.
     *
     * @param servedAgain when, or null while not
     * @param weight how many customers of the world it stands for
     */
    record Part(@Nullable Instant servedAgain, double weight) {}

    static Recovery of(List<Part> parts) {
        if (parts.isEmpty()) {
            return NONE;
        }
        double all = parts.stream().mapToDouble(Part::weight).sum();
        var served = parts.stream()
                .filter(part -> part.servedAgain() != null)
                .sorted(Comparator.comparing(Part::servedAgain))
                .toList();
        Instant p99 = null;
        double reached = 0;
        for (var part : served) {
            reached += part.weight();
            if (reached >= all * MOST - ROUNDING) {
                p99 = part.servedAgain();
                break;
            }
        }
        return new Recovery(
                served.isEmpty() ? null : served.getFirst().servedAgain(),
                p99,
                served.size() == parts.size() ? served.getLast().servedAgain() : null);
    }
}
