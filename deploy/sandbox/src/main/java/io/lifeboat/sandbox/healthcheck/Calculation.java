package io.lifeboat.sandbox.healthcheck;

import java.util.List;
import java.util.function.Predicate;

/**
 * A health check that looks at other health checks: it is healthy while at least as many of them are as the threshold
 * says (Route 53 API reference, {@code HealthCheckConfig}: ChildHealthChecks, HealthThreshold).
 *
 * @param children ids of the checks it looks at, 1 to 256 of them
 * @param threshold how many of them must be healthy; 0 is always healthy, more than there are never
 * @param inverted whether the opposite counts
 */
public record Calculation(List<String> children, int threshold, boolean inverted) {

    private static final int MOST_CHILDREN = 256;

    public Calculation {
        children = List.copyOf(children);
        if (children.isEmpty() || children.size() > MOST_CHILDREN) {
            throw new IllegalArgumentException(
                    "Invalid parameter : ChildHealthChecks must be 1..256, not " + children.size());
        }
        if (threshold < 0 || threshold > MOST_CHILDREN) {
            throw new IllegalArgumentException("Invalid parameter : HealthThreshold must be in 0..256");
        }
    }

    /** Whether it is healthy when its children are as they are. */
    boolean healthy(Predicate<String> child) {
        boolean enough = children.stream().filter(child).count() >= threshold;
        return enough != inverted;
    }
}
