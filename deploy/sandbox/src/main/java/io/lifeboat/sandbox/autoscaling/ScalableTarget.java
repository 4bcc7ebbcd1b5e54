package io.lifeboat.sandbox.autoscaling;

import java.time.Instant;

/**
 * Between what a service may be scaled.
 *
 * @param resourceId {@code service/<cluster>/<service>}
 * @param minimum least tasks
 * @param maximum most tasks
 * @param createdAt when it was first registered
 */
public record ScalableTarget(String resourceId, int minimum, int maximum, Instant createdAt) {

    public ScalableTarget {
        if (minimum < 0 || maximum < minimum) {
            throw new IllegalArgumentException(
                    "Maximum capacity " + maximum + " must not be below minimum capacity " + minimum);
        }
    }

    /** The count brought within the limits. */
    int clamp(int count) {
        return Math.clamp(count, minimum, maximum);
    }
}
