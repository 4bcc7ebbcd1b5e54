package io.lifeboat.detector.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The wall clock without its steps: it goes on by the monotonic clock, and follows the wall clock by no more than a thousandth
 * of the time that passes. What a vantage compares of its own - the latest good look with the first after it, a heartbeat with
 * the one read back - so keeps its length when a time server sets the machine's clock, while the drift of any working clock,
 * which is smaller than that, is followed.
 *
 * <p>A machine whose clock was far off when this process started stays so; the coordinator names it (docs/classes.md).
 */
public final class SlewedClock implements InstantSource {

    private static final int FOLLOWED = 1_000;

    private final InstantSource wall;
    private final Ticker ticker;
    private Instant shown;
    private Moment at;

    /** One that shows what the wall clock shows now. */
    public SlewedClock(InstantSource wall, Ticker ticker) {
        this.wall = wall;
        this.ticker = ticker;
        this.at = ticker.now();
        this.shown = wall.instant();
    }

    @Override
    public synchronized Instant instant() {
        Moment now = ticker.now();
        Duration passed = now.since(at);
        Duration most = passed.dividedBy(FOLLOWED);
        Instant steady = shown.plus(passed);
        Duration off = Duration.between(steady, wall.instant());
        Duration followed = off.abs().compareTo(most) <= 0 ? off : off.isNegative() ? most.negated() : most;
        shown = steady.plus(followed);
        at = now;
        return shown;
    }
}
