package io.lifeboat.sandbox.rds;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A cluster snapshot.
 *
 * @param id {@code rds:unplanned-global-failover-<cluster>-<time>} for the one Aurora makes of an old writer's volume
 * @param data the data directory as the old writer left it
 */
record Snapshot(String id, AuroraCluster cluster, Instant created, Path data) {}
