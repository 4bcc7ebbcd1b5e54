package io.lifeboat.executor.run;

import java.time.Duration;

/** How long to wait before the next look: short at first, then longer, so that neither time nor request rates are wasted. */
final class Pace {

    private final Duration shortest;
    private final Duration longest;
    private Duration next;

    Pace(Duration shortest, Duration longest) {
        this.shortest = shortest;
        this.longest = longest;
        this.next = shortest;
    }

    /** The wait before the next look. */
    Duration next() {
        Duration wait = next;
        Duration longer = next.multipliedBy(3).dividedBy(2);
        next = longer.compareTo(longest) < 0 ? longer : longest;
        return wait;
    }

    /** Something changed: look soon. */
    void quicken() {
        next = shortest;
    }
}
