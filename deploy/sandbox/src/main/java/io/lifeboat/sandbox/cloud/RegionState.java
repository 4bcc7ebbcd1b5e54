package io.lifeboat.sandbox.cloud;

/** How a region is. */
public sealed interface RegionState {

    /** As the operator reads it. */
    default String name() {
        return switch (this) {
            case Available available -> "available";
            case Lost lost -> "lost";
            case Degraded degraded -> "degraded";
        };
    }

    /** Everything answers. */
    record Available() implements RegionState {}

    /** Nothing in it can be reached, and nothing in it reaches out. What runs there goes on running. */
    record Lost() implements RegionState {}

    /**
     * A share of the requests to its load balancers and APIs fails.
     *
     * @param errorRate 0 to 1
     */
    record Degraded(double errorRate) implements RegionState {

        public Degraded {
            if (!(errorRate >= 0 && errorRate <= 1)) {
                throw new IllegalArgumentException("errorRate must be 0 to 1, not " + errorRate);
            }
        }
    }
}
