package io.lifeboat.executor.run;

import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Which leases are over, although the clock they are told by may be stepped. A database's clock that was stepped forward ends
 * leases whose holders still have leave to send; one that was stepped back makes them last for as long as it was stepped. Beside
 * this process's monotonic clock either shows: for as long as a run can be kept from others after a step none is taken for over,
 * and later one that ends further ahead than that is.
 *
 * <p>Whoever has just started saw no step and goes by the database's clock alone (docs/protocol.md, A6).
 */
final class LeaseClock {

    private static final Logger OPERATIONS = Logger.getLogger("io.lifeboat.operations");

    /** Less is no step: readings take time, and a clock that is slewed runs unevenly by up to a twelfth (chrony). */
    private static final Duration TOLERANCE = Duration.ofMillis(250);

    private static final int SLEWED = 10;

    private static final Instant NEVER_BEFORE = Instant.EPOCH;
    private static final Instant NEVER_AFTER = Instant.parse("9999-01-01T00:00:00Z");

    private final Duration longest;
    private @Nullable Reading latest;
    private long evenSince;
    private boolean stepped;

    /**
     * For runs that are kept from others for so long at most: by a lease, or because what was sent before has to settle.
     */
    LeaseClock(Duration longest) {
        this.longest = longest;
    }

    /**
     * The leases that are over.
     *
     * @param endingBefore those that end before this
     * @param endingAfter and those that end after this: they were given before the clock was stepped back
     */
    record Over(Instant endingBefore, Instant endingAfter) {}

    /**
     * What is over, by a reading of the database's clock.
     *
     * @param before this process's monotonic clock at some time before it, in nanoseconds
     * @param after the same at some time after it
     */
    synchronized Over read(Instant databaseTime, long before, long after) {
        Reading reading = new Reading(databaseTime, before, after);
        if (latest != null && !reading.follows(latest)) {
            OPERATIONS.warnf(
                    "the database's clock was stepped: it showed %s, and %s at most %s later; no lease is taken for over in the"
                            + " next %s. Have it slewed",
                    latest.databaseTime, databaseTime, Duration.ofNanos(after - latest.before), longest);
            evenSince = after;
            stepped = true;
        }
        latest = reading;
        if (!stepped) {
            return new Over(databaseTime, NEVER_AFTER);
        }
        return Duration.ofNanos(after - evenSince).compareTo(longest) <= 0
                ? new Over(NEVER_BEFORE, NEVER_AFTER)
                : new Over(databaseTime, databaseTime.plus(longest).plus(TOLERANCE));
    }

    /** The database's time, read at some moment between two of this process. */
    private record Reading(Instant databaseTime, long before, long after) {

        /** Whether as much time has passed there as can have passed here. */
        boolean follows(Reading former) {
            Duration there = Duration.between(former.databaseTime, databaseTime);
            Duration least = Duration.ofNanos(before - former.after);
            Duration most = Duration.ofNanos(after - former.before);
            return there.compareTo(least.minus(uneven(least))) >= 0 && there.compareTo(most.plus(uneven(most))) <= 0;
        }

        private static Duration uneven(Duration time) {
            return TOLERANCE.plus(time.abs().dividedBy(SLEWED));
        }
    }
}
