package io.lifeboat.executor.run;

import java.time.Duration;
import java.time.Instant;

/**
 * How things stood at the latest transaction of a run.
 *
 * @param databaseTime the database's time at its start
 * @param takenNanos this machine's monotonic clock just before it: never later than {@code databaseTime}
 * @param leaseUntil when the lease ends, by the database's clock
 * @param superseded whether nothing more may be started for the run
 */
record Standing(Instant databaseTime, long takenNanos, Instant leaseUntil, boolean superseded) {

    /** The database's time now: never behind it, so that no lease looks longer than it is. */
    Instant now() {
        return databaseTime.plusNanos(System.nanoTime() - takenNanos);
    }

    /**
     * The reading of this machine's monotonic clock at which the lease has so much left. It looks at no clock: whatever
     * happens to this process between the transaction and the call, the end stays where it is.
     */
    long nanosBeforeLeaseEnd(Duration margin) {
        return takenNanos
                + Duration.between(databaseTime, leaseUntil).minus(margin).toNanos();
    }
}
