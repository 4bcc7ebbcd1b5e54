package io.lifeboat.contract.plan;

import java.time.Duration;

/**
 * How looks become a judged state. Opening and closing have thresholds of their own, so that a flapping target does not
 * flap the signal.
 *
 * @param of the number of latest looks that count (M)
 * @param down failures among them that make the signal down (N)
 * @param up consecutive successes that make it up again
 * @param recheck how soon to look again after a first failure
 */
public record Window(int of, int down, int up, Duration recheck) {

    /** Three of the last three looks; two good ones to be up again; a second look after 300 ms. */
    public static final Window DEFAULT = new Window(3, 3, 2, Duration.ofMillis(300));

    public Window {
        of = of == 0 ? 3 : of;
        down = down == 0 ? 3 : down;
        up = up == 0 ? 2 : up;
        recheck = recheck == null ? Duration.ofMillis(300) : recheck;
    }
}
