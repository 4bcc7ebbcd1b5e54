package io.lifeboat.detector.probe;

import io.lifeboat.contract.plan.MaintenanceWindow;
import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.detector.aws.Access;
import io.lifeboat.detector.aws.RecoveryPoint;
import io.lifeboat.detector.aws.SnapshotReader;
import io.lifeboat.detector.aws.SnapshotReader.Snapshots;
import io.lifeboat.detector.probe.DataMeasure.Reading;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Recovery points that are gone before their time. Each one seen is remembered until it is as old as the retention, so that
 * one taken anew does not make up for one that was deleted. Known to this detector alone: one that has just started takes what
 * it finds for all there were.
 */
final class VanishedPoints implements StoreMeasure {

    private final String cluster;
    private final Duration retention;
    private final List<MaintenanceWindow> maintenance;
    private final Access access;
    private final SnapshotReader reader;
    private final InstantSource clock;

    /** When each that must still be there was begun. */
    private final Map<String, Instant> expected = new HashMap<>();

    private boolean maintained;

    VanishedPoints(
            String cluster,
            Duration retention,
            List<MaintenanceWindow> maintenance,
            Access access,
            SnapshotReader reader,
            InstantSource clock) {
        this.cluster = cluster;
        this.retention = retention;
        this.maintenance = maintenance;
        this.access = access;
        this.reader = reader;
        this.clock = clock;
    }

    @Override
    public Future<Reading> read(Duration within) {
        return reader.of(cluster, access, within).map(snapshots -> judge(snapshots, clock.instant()));
    }

    /**
     * Judges what there is beside what there was.
     *
     * @param wall this machine's time of day, for maintenance windows
     */
    Reading judge(Snapshots snapshots, Instant wall) {
        Set<String> there = snapshots.points().stream().map(RecoveryPoint::id).collect(Collectors.toSet());
        boolean open = maintenance.stream().anyMatch(window -> window.covers(wall));
        if (maintained && !open) {
            // What the maintenance left is all there has to be, and what goes now is not the maintenance's.
            expected.keySet().retainAll(there);
        }
        maintained = open;
        expected.values().removeIf(created -> !created.plus(retention).isAfter(snapshots.asked()));
        Set<String> gone = new HashSet<>(expected.keySet());
        gone.removeAll(there);
        snapshots.points().stream()
                .filter(point -> point.created().plus(retention).isAfter(snapshots.asked()))
                .forEach(point -> expected.put(point.id(), point.created()));
        if (!gone.isEmpty()) {
            return new Reading(
                    SignalState.DOWN,
                    "%d recovery points of %s are gone that were to be kept for %s: %s"
                            .formatted(
                                    gone.size(),
                                    cluster,
                                    retention,
                                    Asked.words(gone.stream().sorted().toList())));
        }
        return there.isEmpty()
                ? new Reading(SignalState.UNKNOWN, cluster + " has no recovery point, so none can be missed")
                : new Reading(
                        SignalState.UP,
                        "%s has %d recovery points, and none that was seen is missing"
                                .formatted(cluster, there.size()));
    }
}
