package io.lifeboat.detector.probe;

import io.lifeboat.contract.plan.MaintenanceWindow;
import io.lifeboat.detector.time.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The most there were lately, or since the last maintenance. Known to this detector alone: one that has just started takes
 * what it finds for whole.
 */
final class MostLately {

    private final Duration within;
    private final List<MaintenanceWindow> maintenance;

    /** Counts that no later one has reached, so that the most of what is left always stands in front. */
    private final Deque<Counted> most = new ArrayDeque<>();

    private boolean maintained;

    /**
     * Remembers nothing yet.
     *
     * @param within how far back it remembers
     * @param maintenance after which what is left is whole
     */
    MostLately(Duration within, List<MaintenanceWindow> maintenance) {
        this.within = within;
        this.maintenance = maintenance;
    }

    /**
     * The most, with what there is now.
     *
     * @param wall the same moment by the time of day, for maintenance windows
     */
    long with(long count, Moment at, Instant wall) {
        boolean open = maintenance.stream().anyMatch(window -> window.covers(wall));
        if (maintained && !open) {
            // What the maintenance left is whole from now on, and what goes now is not the maintenance's.
            most.clear();
        }
        maintained = open;
        while (!most.isEmpty() && at.since(most.getFirst().at()).compareTo(within) > 0) {
            most.removeFirst();
        }
        while (!most.isEmpty() && most.getLast().count() <= count) {
            most.removeLast();
        }
        most.addLast(new Counted(count, at));
        return most.getFirst().count();
    }

    private record Counted(long count, Moment at) {}
}
