package io.lifeboat.simulator.cloud;

/**
 * How calls fail.
 *
 * @param throttled how often a call is refused for its rate
 * @param unanswered how often a look gets no answer
 * @param stale how often a look is answered with what was so a few seconds ago
 * @param lost how often a change never arrives, and its sender is told nothing
 * @param silent how often a change comes about and its sender is told nothing
 */
public record Trouble(double throttled, double unanswered, double stale, double lost, double silent) {

    /** Every call is answered truly. */
    public static final Trouble NONE = new Trouble(0, 0, 0, 0, 0);
}
