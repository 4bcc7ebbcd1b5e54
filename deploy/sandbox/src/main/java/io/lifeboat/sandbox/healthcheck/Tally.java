package io.lifeboat.sandbox.healthcheck;

/**
 * Counts looks: the state turns once as many looks in a row as the threshold say the opposite.
 *
 * @param passing whether the endpoint counts as passing
 * @param opposing how many looks in a row said the opposite
 */
record Tally(boolean passing, int opposing) {

    /** A new check counts as healthy until it has looked (Route 53 developer guide, "How Route 53 determines health"). */
    static Tally fresh(HealthCheckConfig config) {
        return new Tally(!config.inverted(), 0);
    }

    Tally with(boolean success, int threshold) {
        if (success == passing) {
            return new Tally(passing, 0);
        }
        return opposing + 1 >= threshold ? new Tally(success, 0) : new Tally(passing, opposing + 1);
    }

    boolean healthy(HealthCheckConfig config) {
        return config.disabled() || passing != config.inverted();
    }
}
