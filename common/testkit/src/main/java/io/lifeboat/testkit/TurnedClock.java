package io.lifeboat.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test turns it. Safe to read from any thread. */
public final class TurnedClock extends Clock {

    private final AtomicReference<Instant> now;
    private final ZoneId zone;

    /** A clock standing at that instant, in UTC. */
    public TurnedClock(Instant start) {
        this(new AtomicReference<>(start), ZoneOffset.UTC);
    }

    private TurnedClock(AtomicReference<Instant> now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /** Turns it on (or back, with a negative duration) and says what it shows then. */
    public Instant turn(Duration by) {
        return now.updateAndGet(instant -> instant.plus(by));
    }

    /** Sets it. */
    public void set(Instant instant) {
        now.set(instant);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** The same clock in another zone: turning one turns both. */
    @Override
    public Clock withZone(ZoneId other) {
        return new TurnedClock(now, other);
    }

    @Override
    public Instant instant() {
        return now.get();
    }
}
