package io.lifeboat.contract.plan;

import java.time.Duration;
import java.util.Map;

/**
 * Whether recovery points vanish before their time: the snapshots of an Aurora cluster, automated and manual, from look to
 * look (RDS, DescribeDBClusterSnapshots). Down when one is gone that is younger than the retention.
 *
 * @param clusters identifier of the cluster by region
 * @param retention how long each recovery point is to be kept
 * @param target a target of the plan whose {@code read} role may look
 */
public record BackupDeletionsProbe(Map<String, String> clusters, Duration retention, String target)
        implements StoreProbe {

    public BackupDeletionsProbe {
        clusters = clusters == null ? Map.of() : Map.copyOf(clusters);
        target = target == null ? "app" : target;
    }

    @Override
    public Map<String, String> byRegion() {
        return clusters;
    }
}
