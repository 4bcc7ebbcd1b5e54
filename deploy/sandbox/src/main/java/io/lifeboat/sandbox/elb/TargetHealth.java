package io.lifeboat.sandbox.elb;

/**
 * How one target is, and how it came to be so.
 *
 * @param state what the load balancer goes by
 * @param streak how many looks in a row disagreed with the state
 */
record TargetHealth(TargetState state, int streak) {

    /** Looks in a row that make a target healthy or unhealthy; the sandbox's own, the API allows 2 to 10. */
    private static final int THRESHOLD = 2;

    static final TargetHealth REGISTERED = new TargetHealth(TargetState.INITIAL, 0);

    TargetHealth draining() {
        return new TargetHealth(TargetState.DRAINING, 0);
    }

    /**
     * The health after one more look. A target that was just registered becomes healthy with its first good look, as an
     * Application Load Balancer does (user guide, "Health checks for target groups").
     */
    TargetHealth after(boolean success) {
        return switch (state) {
            case INITIAL -> success ? new TargetHealth(TargetState.HEALTHY, 0) : turned(TargetState.UNHEALTHY);
            case HEALTHY -> success ? new TargetHealth(TargetState.HEALTHY, 0) : turned(TargetState.UNHEALTHY);
            case UNHEALTHY -> success ? turned(TargetState.HEALTHY) : new TargetHealth(TargetState.UNHEALTHY, 0);
            case DRAINING -> this;
        };
    }

    private TargetHealth turned(TargetState other) {
        return streak + 1 >= THRESHOLD ? new TargetHealth(other, 0) : new TargetHealth(state, streak + 1);
    }
}
