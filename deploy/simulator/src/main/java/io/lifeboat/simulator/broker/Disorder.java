package io.lifeboat.simulator.broker;

import java.time.Duration;

/**
 * What becomes of messages on their way.
 *
 * @param lost how often a message does not reach the broker, and its sender is told nothing
 * @param unacknowledged how often one is appended and its sender is told nothing
 * @param twice how often one is appended again later
 * @param copies how many more times at most
 * @param late how long an append takes at most, so that later ones overtake it; zero keeps the order
 * @param lag how long a consumer dawdles at most
 */
public record Disorder(double lost, double unacknowledged, double twice, int copies, Duration late, Duration lag) {

    /** Everything arrives once, in order and soon. */
    public static final Disorder NONE = new Disorder(0, 0, 0, 0, Duration.ZERO, Duration.ZERO);
}
