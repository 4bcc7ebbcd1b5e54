package io.lifeboat.sandbox.rds;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A cluster snapshot.
 *
 * @param id {@code rds:unplanned-global-failover-<cluster>-<time>} for the one Aurora makes of an old writer's volume
 * @param created when it was begun
 * @param available from when on it can be copied
 * @param data the data directory as the old writer left it; nothing changes it, so copies share it
 * @param source ARN of the snapshot it is a copy of; null for Aurora's own
 */
record Snapshot(
        String id,
        AuroraCluster cluster,
        Instant created,
        Instant available,
        Path data,
        @Nullable String source) {

    String arn() {
        return cluster.arn().replaceFirst(":cluster:.*", ":cluster-snapshot:") + id;
    }

    /** RDS's word: Aurora's own are automated, copies are manual and outlive the cluster's retention. */
    String type() {
        return source == null ? "automated" : "manual";
    }

    boolean isAvailable(Instant now) {
        return !now.isBefore(available);
    }
}
