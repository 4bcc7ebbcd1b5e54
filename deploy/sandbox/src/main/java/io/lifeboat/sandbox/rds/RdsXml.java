package io.lifeboat.sandbox.rds;

import io.lifeboat.sandbox.endpoint.Xml;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes RDS's shapes. */
final class RdsXml {

    private static final String ENGINE = "aurora-postgresql";

    private final GlobalCluster global;

    RdsXml(GlobalCluster global) {
        this.global = global;
    }

    /** As a list's member. */
    Xml globalCluster() {
        return globalCluster("GlobalClusterMember");
    }

    Xml globalCluster(String name) {
        Change change = global.change();
        Xml element = Xml.element(name)
                .with("GlobalClusterIdentifier", GlobalCluster.ID)
                .with("GlobalClusterResourceId", "cluster-5b0e1f0a2c3d4e5f")
                .with("GlobalClusterArn", GlobalCluster.arn())
                .with("Status", change.globalStatus())
                .with("Engine", ENGINE)
                .with("EngineVersion", AuroraCluster.ENGINE_VERSION)
                .with("StorageEncrypted", false)
                .with("DeletionProtection", true)
                .with("Endpoint", GlobalCluster.WRITER_NAME)
                .add(Xml.list("GlobalClusterMembers", global.members(), this::member));
        Xml failoverState = failoverState(change);
        return failoverState == null ? element : element.add(failoverState);
    }

    Xml cluster(AuroraCluster cluster) {
        return Xml.element("DBCluster")
                .with("DBClusterIdentifier", cluster.id())
                .with("DBClusterArn", cluster.arn())
                .with("DbClusterResourceId", "cluster-" + cluster.region().name())
                .with("GlobalClusterIdentifier", GlobalCluster.ID)
                .with("Status", cluster.status().wireName())
                .with("Engine", ENGINE)
                .with("EngineVersion", AuroraCluster.ENGINE_VERSION)
                .with("EngineMode", "provisioned")
                .with("DatabaseName", Aurora.DATABASE)
                .with("Endpoint", "db." + cluster.region().name() + ".shop.internal")
                .with("MultiAZ", false)
                .with("GlobalWriteForwardingStatus", "disabled")
                .with(
                        "ReplicationSourceIdentifier",
                        global.isWriter(cluster) ? null : global.writer().arn())
                .add(Xml.element("DBClusterMembers")
                        .add(Xml.element("DBClusterMember")
                                .with("DBInstanceIdentifier", cluster.instanceId())
                                .with("IsClusterWriter", true)
                                .with("DBClusterParameterGroupStatus", "in-sync")
                                .with("PromotionTier", 1)));
    }

    Xml instance(AuroraCluster cluster) {
        return Xml.element("DBInstance")
                .with("DBInstanceIdentifier", cluster.instanceId())
                .with("DBInstanceArn", cluster.arn().replace(":cluster:", ":db:") + "-1")
                .with("DBInstanceClass", "db.r6g.large")
                .with("DBInstanceStatus", cluster.status().wireName())
                .with("DBClusterIdentifier", cluster.id())
                .with("Engine", ENGINE)
                .with("EngineVersion", AuroraCluster.ENGINE_VERSION)
                .with("AvailabilityZone", cluster.region().name() + "a");
    }

    Xml snapshot(Snapshot snapshot, Instant now) {
        boolean available = snapshot.isAvailable(now);
        return Xml.element("DBClusterSnapshot")
                .with("DBClusterSnapshotIdentifier", snapshot.id())
                .with("DBClusterSnapshotArn", snapshot.arn())
                .with("SourceDBClusterSnapshotArn", snapshot.source())
                .with("DBClusterIdentifier", snapshot.cluster().id())
                .with("SnapshotCreateTime", snapshot.created())
                .with("SnapshotType", snapshot.type())
                .with("Status", available ? "available" : "creating")
                .with("PercentProgress", available ? 100 : 0)
                .with("StorageEncrypted", false)
                .with("Engine", ENGINE)
                .with("EngineVersion", AuroraCluster.ENGINE_VERSION);
    }

    private Xml member(AuroraCluster member) {
        List<AuroraCluster> readers = global.isWriter(member) ? List.of(global.secondary()) : List.of();
        return Xml.element("GlobalClusterMember")
                .with("DBClusterArn", member.arn())
                .add(Xml.list("Readers", readers, reader -> Xml.text("member", reader.arn())))
                .with("IsWriter", global.isWriter(member))
                .with("GlobalWriteForwardingStatus", "disabled")
                .with("SynchronizationStatus", global.synchronization(member));
    }

    private static @Nullable Xml failoverState(Change change) {
        return switch (change) {
            case Change.None none -> null;
            case Change.Failover(AuroraCluster from, AuroraCluster to, boolean pending) ->
                failoverState(pending ? "pending" : "failing-over", from, to, true);
            case Change.Switchover(AuroraCluster from, AuroraCluster to) ->
                failoverState("switching-over", from, to, false);
        };
    }

    private static Xml failoverState(String status, AuroraCluster from, AuroraCluster to, boolean dataLoss) {
        return Xml.element("FailoverState")
                .with("Status", status)
                .with("FromDbClusterArn", from.arn())
                .with("ToDbClusterArn", to.arn())
                .with("IsDataLossAllowed", dataLoss);
    }
}
