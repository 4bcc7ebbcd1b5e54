package io.lifeboat.executor.action.aws;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.executor.action.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;

/**
 * The snapshots of the cluster in the region left.
 *
 * @param snapshots system and manual ones
 */
record SnapshotsView(List<Entry> snapshots) {

    static final String COPY = "CopyDBClusterSnapshot";

    private static final String SYSTEM_PREFIX = "rds:unplanned-global-failover-";
    private static final String AVAILABLE = "available";

    /** How far AWS's clock and the coordinator's database's may be apart; failovers of one region lie further apart. */
    private static final Duration CLOCKS = Duration.ofMinutes(5);

    SnapshotsView {
        snapshots = List.copyOf(snapshots);
    }

    /**
     * A snapshot.
     *
     * @param cluster the cluster it is of
     * @param source ARN of the one it was copied from; null when it is no copy
     */
    record Entry(
            String id,
            String arn,
            String cluster,
            String status,
            @Nullable Instant created,
            @Nullable String source) {

        static Entry of(DBClusterSnapshot snapshot) {
            return new Entry(
                    snapshot.dbClusterSnapshotIdentifier(),
                    snapshot.dbClusterSnapshotArn(),
                    String.valueOf(snapshot.dbClusterIdentifier()),
                    String.valueOf(snapshot.status()),
                    snapshot.snapshotCreateTime(),
                    snapshot.sourceDBClusterSnapshotArn());
        }
    }

    /**
     * How far the copy is.
     *
     * @param cluster the old writer's cluster
     * @param copy the copy's identifier
     * @param since when the failover began: an older snapshot is an older disaster's
     */
    Observation observe(String cluster, String copy, Instant since) {
        Optional<Entry> made =
                snapshots.stream().filter(entry -> entry.id().equals(copy)).findFirst();
        return made.map(SnapshotsView::copying)
                .orElseGet(
                        () -> source(cluster, since)
                                .map(SnapshotsView::due)
                                .orElseGet(
                                        () -> new Observation.NotSo(
                                                "there is no snapshot %s%s-* yet".formatted(SYSTEM_PREFIX, cluster),
                                                "Aurora takes it when the region has returned; when it does not, look for the old volume by hand")));
    }

    private static Observation copying(Entry copy) {
        return switch (copy.status()) {
            case AVAILABLE ->
                Observation.done(
                        "%s, copied from %s".formatted(copy.arn(), copy.source()),
                        evidence(copy.arn(), String.valueOf(copy.source())));
            case "failed" ->
                new Observation.Contradiction(
                        "the copy %s failed".formatted(copy.arn()), "delete it; the copy is then made anew");
            default -> Observation.inProgress("the copy %s is %s".formatted(copy.id(), copy.status()));
        };
    }

    private static Observation due(Entry source) {
        if (!source.status().equals(AVAILABLE)) {
            return new Observation.NotSo(
                    "%s is %s".formatted(source.id(), source.status()), "wait until it is available");
        }
        return new Observation.NotStarted(
                COPY,
                "copy %s to a manual snapshot".formatted(source.id()),
                JsonNodeFactory.instance.objectNode().put("source", source.id()));
    }

    /** The newest of this disaster that nobody has copied. */
    private Optional<Entry> source(String cluster, Instant since) {
        return snapshots.stream()
                .filter(entry -> entry.cluster().equals(cluster))
                .filter(entry -> entry.id().startsWith(SYSTEM_PREFIX + cluster + "-"))
                .filter(entry -> entry.created() == null || !entry.created().isBefore(since.minus(CLOCKS)))
                .filter(entry ->
                        snapshots.stream().noneMatch(copy -> entry.arn().equals(copy.source())))
                .max(Comparator.comparing(Entry::created, Comparator.nullsFirst(Comparator.naturalOrder())));
    }

    private static ObjectNode evidence(String arn, String source) {
        return JsonNodeFactory.instance.objectNode().put("arn", arn).put("source", source);
    }
}
