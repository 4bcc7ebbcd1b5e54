package io.lifeboat.detector.probe;

import io.lifeboat.contract.plan.MaintenanceWindow;
import io.lifeboat.contract.plan.RowCountProbe;
import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.detector.time.Moment;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows beside the most there were lately, or since the last maintenance. Known to this detector alone: one that has just
 * started takes what it finds for whole.
 */
final class RowCount implements DataMeasure {

    private static final int ALL = 100;

    private final RowCountProbe probe;
    private final List<MaintenanceWindow> maintenance;

    /** Counts that no later one has reached, so that the most of what is left always stands in front. */
    private final Deque<Counted> most = new ArrayDeque<>();

    private boolean maintained;

    RowCount(RowCountProbe probe, List<MaintenanceWindow> maintenance) {
        this.probe = probe;
        this.maintenance = maintenance;
    }

    @Override
    public String statement() {
        return "SELECT count(*) FROM " + probe.table();
    }

    @Override
    public Reading judge(@Nullable Object value, Moment at, Instant wall) {
        if (!(value instanceof Long rows)) {
            return new Reading(SignalState.UNKNOWN, "the rows of " + probe.table() + " were not counted");
        }
        boolean open = maintenance.stream().anyMatch(window -> window.covers(wall));
        if (maintained && !open) {
            // What the maintenance left is whole from now on, and what goes now is not the maintenance's.
            most.clear();
        }
        maintained = open;
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
