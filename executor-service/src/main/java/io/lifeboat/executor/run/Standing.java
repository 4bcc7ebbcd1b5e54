package io.lifeboat.executor.run;

import io.lifeboat.executor.call.Permit;
import io.lifeboat.executor.call.Ticker;
import java.time.Duration;
import java.time.Instant;

/**
 * How things stood at the latest transaction of a run.
 *
 * @param databaseTime the database's time at its start
 * @param takenNanos this machine's monotonic clock just before it: never later than {@code databaseTime}
 * @param leaseUntil when the lease ends, by the database's clock
 * @param superseded whether nothing more may be started for the run
 * @param ticker that monotonic clock
 */
record Standing(Instant databaseTime, long takenNanos, Instant leaseUntil, boolean superseded, Ticker ticker) {

    /** The permit ends this long before the lease. */
    private static final Duration MARGIN = Duration.ofMillis(500);

    /** The database's time now: never behind it, so that no lease looks longer than it is. */
    Instant now() {
        return databaseTime.plusNanos(ticker.nanos() - takenNanos);
    }

    /**
     * Leave to send changes while the lease is certain to last. Its end is reckoned from when the lease was taken: whatever
     * happens to this process between the transaction and the call, the end stays where it is.
     */
    Permit permit(Duration longestCall) {
        long leased = Duration.between(databaseTime, leaseUntil).minus(MARGIN).toNanos();
        return Permit.until(takenNanos + leased, longestCall, ticker);
    }
}
