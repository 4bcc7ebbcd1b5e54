package io.lifeboat.bench.room;

import java.time.Instant;

/**
 * This machine's wall clock set against its monotonic one, for the times PostgreSQL and Kafka give. One machine, so the two
 * differ by a constant but for slewing, which is negligible over a measurement.
 */
public final class WallClock {

    private static final int READINGS = 200;
    private static final long NANOS = 1_000_000_000L;

    private final long offset;

    private WallClock(long offset) {
        this.offset = offset;
    }

    /** Read now: of many pairs the one taken closest together. */
    public static WallClock read() {
        long best = Long.MAX_VALUE;
        long offset = 0;
        for (int i = 0; i < READINGS; i++) {
            long before = System.nanoTime();
            Instant wall = Instant.now();
            long after = System.nanoTime();
            if (after - before < best) {
                best = after - before;
                offset = epochNanos(wall) - (before + (after - before) / 2);
            }
        }
        return new WallClock(offset);
    }

    /** What the monotonic clock showed at that time. */
    public long nanos(Instant wall) {
        return epochNanos(wall) - offset;
    }

    private static long epochNanos(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), NANOS), instant.getNano());
    }
}
