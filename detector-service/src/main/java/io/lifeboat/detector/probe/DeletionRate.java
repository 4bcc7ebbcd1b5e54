package io.lifeboat.detector.probe;

import io.lifeboat.contract.plan.DeletionRateProbe;
import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.detector.time.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** How many rows were deleted in the last minute, by a counter that only grows. */
final class DeletionRate implements DataMeasure {

    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final DeletionRateProbe probe;
    private final Deque<Read> reads = new ArrayDeque<>();

    DeletionRate(DeletionRateProbe probe) {
        this.probe = probe;
    }

    @Override
    public String statement() {
        // A partitioned table counts nothing itself; its partitions do.
        return "SELECT sum(n_tup_del)::bigint FROM pg_stat_user_tables"
                + " WHERE relid = to_regclass('" + probe.table() + "')"
                + " OR relid IN (SELECT relid FROM pg_partition_tree(to_regclass('" + probe.table() + "')))";
    }

    @Override
    public Reading judge(@Nullable Object value, Moment at, Instant wall) {
        if (!(value instanceof Long deleted)) {
            return new Reading(SignalState.UNKNOWN, "PostgreSQL counts no deletions of " + probe.table());
        }
        if (!reads.isEmpty() && reads.getLast().deleted() > deleted) {
            // The counters were reset, or another server writes now: they begin anew.
            reads.clear();
        }
        reads.addLast(new Read(deleted, at));
        // The newest of those that are a minute old stays: what was deleted since is the last minute's.
        while (reads.size() > 2 && at.since(second().at()).compareTo(A_MINUTE) >= 0) {
            reads.removeFirst();
        }
        if (reads.size() < 2) {
            return new Reading(SignalState.UNKNOWN, "looked once at " + probe.table() + "; a rate needs two looks");
        }
        Read oldest = reads.getFirst();
        long gone = deleted - oldest.deleted();
        Duration in = at.since(oldest.at());
        double perMinute = in.compareTo(A_MINUTE) <= 0 ? gone : gone * (double) A_MINUTE.toNanos() / in.toNanos();
        String reason = "%d rows of %s were deleted in %d s".formatted(gone, probe.table(), in.toSeconds());
        return perMinute > probe.perMinute()
                ? new Reading(
                        SignalState.DOWN, reason + ", and no more than %d a minute may be".formatted(probe.perMinute()))
                : new Reading(SignalState.UP, reason);
    }

    private Read second() {
        var all = reads.iterator();
        all.next();
        return all.next();
    }

    private record Read(long deleted, Moment at) {}
}
