package io.lifeboat.bench.scenario;

import java.time.Duration;
import java.time.Instant;

/**
 * When all scenarios began.
 *
 * @param nanos by this machine's monotonic clock, by which time is told
 * @param wall by its wall clock, which is the broker's too
 */
record Began(long nanos, Instant wall) {

    static Began now() {
        return new Began(System.nanoTime(), Instant.now());
    }

    /** How long ago that is. */
    Duration elapsed() {
        return until(System.nanoTime());
    }

    /** How long after it that was. */
    Duration until(long later) {
        return Duration.ofNanos(later - nanos);
    }

    /** How long it is until so long after it; zero when that is past. */
    Duration untilIs(Duration elapsed) {
        Duration left = elapsed.minus(elapsed());
        return left.isNegative() ? Duration.ZERO : left;
    }
}
