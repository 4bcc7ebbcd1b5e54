package io.lifeboat.detector.probe;

import io.lifeboat.contract.plan.RowCountProbe;
import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.detector.time.Moment;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Rows beside the most there were lately. Known to this detector alone: one that has just started takes what it finds for
 * whole.
 */
final class RowCount implements DataMeasure {

    private static final int ALL = 100;

    private final RowCountProbe probe;

    /** Counts that no later one has reached, so that the most of what is left always stands in front. */
    private final Deque<Counted> most = new ArrayDeque<>();

    RowCount(RowCountProbe probe) {
        this.probe = probe;
    }

    @Override
    public String statement() {
        return "SELECT count(*) FROM " + probe.table();
    }

    @Override
    public Reading judge(@Nullable Object value, Moment at) {
        if (!(value instanceof Long rows)) {
            return new Reading(SignalState.UNKNOWN, "the rows of " + probe.table() + " were not counted");
        }
        while (!most.isEmpty() && at.since(most.getFirst().at()).compareTo(probe.within()) > 0) {
            most.removeFirst();
        }
        while (!most.isEmpty() && most.getLast().rows() <= rows) {
            most.removeLast();
        }
        most.addLast(new Counted(rows, at));
        long before = most.getFirst().rows();
        boolean gone = rows * ALL < before * (ALL - probe.dropPercent());
        String reason = "%s has %d rows; the most lately were %d".formatted(probe.table(), rows, before);
        return gone
                ? new Reading(
                        SignalState.DOWN, reason + ", and no more than %d %% may go".formatted(probe.dropPercent()))
                : new Reading(SignalState.UP, reason);
    }

    private record Counted(long rows, Moment at) {}
}
