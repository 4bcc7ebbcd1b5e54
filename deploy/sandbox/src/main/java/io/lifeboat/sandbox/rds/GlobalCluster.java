package io.lifeboat.sandbox.rds;

import io.lifeboat.sandbox.account.Accounts;
import io.lifeboat.sandbox.cloud.Cloud;
import io.lifeboat.sandbox.endpoint.AwsError;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The global cluster "shop": which member writes, and the change it is going through.
 *
 * <pre>
 *   None --FailoverGlobalCluster--> Failover(pending) --> Failover --promoted--> None
 *   None --SwitchoverGlobalCluster--> Switchover --handed over--> None
 * </pre>
 *
 * Preconditions are those of "Using switchover or failover in Aurora Global Database" (Aurora User Guide) and of the API
 * model; where the sandbox had to choose an error code for a wrong region, README.md says so.
 */
final class GlobalCluster {

    static final String ID = "shop";

    /** The name applications use; it follows the writer. */
    static final String WRITER_NAME = "db.shop.internal";

    private static final String RESOURCE = "rds:global-cluster:" + ID;

    private final Cloud cloud;
    private final Timing timing;
    private final List<AuroraCluster> members;
    private final Fencing fencing;
    private final Map<String, String> synchronization = new ConcurrentHashMap<>();
    private final List<Snapshot> snapshots = new CopyOnWriteArrayList<>();
    private volatile AuroraCluster writer;
    private volatile Change change = new Change.None();

    GlobalCluster(Cloud cloud, Timing timing, AuroraCluster writer, AuroraCluster secondary, Fencing fencing) {
        this.cloud = cloud;
        this.timing = timing;
        this.members = List.of(writer, secondary);
        this.writer = writer;
        this.fencing = fencing;
        members.forEach(member -> synchronization.put(member.id(), "connected"));
        pointWriterName();
    }

    static String arn() {
        return "arn:aws:rds::" + Accounts.SHOP + ":global-cluster:" + ID;
    }

    List<AuroraCluster> members() {
        return members;
    }

    AuroraCluster writer() {
        return writer;
    }

    boolean isWriter(AuroraCluster member) {
        return member == writer;
    }

    /** The member that does not write. */
    AuroraCluster secondary() {
        return peer(writer);
    }

    Change change() {
        return change;
    }

    String synchronization(AuroraCluster member) {
        return synchronization.getOrDefault(member.id(), "connected");
    }

    List<Snapshot> snapshots() {
        return snapshots;
    }

    /** {@code FailoverGlobalCluster} with {@code AllowDataLoss}: called in the target's region. */
    synchronized void failOver(String target, String calledIn) {
        AuroraCluster to = targetOf(target);
        if (!to.region().name().equals(calledIn)) {
            throw AwsError.badRequest(
                    "InvalidParameterValue",
                    "a failover is called in the region of its target, " + to.region() + ", not in " + calledIn);
        }
        AuroraCluster from = writer;
        change = new Change.Failover(from, to, true);
        cloud.effects().count(RESOURCE, "failover");
        cloud.threads().execute(() -> new Failover(cloud, timing, this, fencing, from, to).run());
    }

    /** {@code SwitchoverGlobalCluster}: called in the writer's region, and both have to be well. */
    synchronized void switchOver(String target, String calledIn) {
        AuroraCluster to = targetOf(target);
        AuroraCluster from = writer;
        if (!from.region().name().equals(calledIn)) {
            throw AwsError.badRequest(
                    "InvalidParameterValue",
                    "a switchover is called in the region of the current primary, " + from.region() + ", not in "
                            + calledIn);
        }
        if (from.status() != ClusterStatus.AVAILABLE || !to.reaches(from)) {
            throw AwsError.badRequest(
                    "InvalidDBClusterStateFault",
                    "a switchover needs both clusters; " + from.id() + " is not available");
        }
        change = new Change.Switchover(from, to);
        cloud.effects().count(RESOURCE, "switchover");
        cloud.threads().execute(() -> new Switchover(cloud, timing, this, from, to).run());
    }

    void underWay() {
        if (change instanceof Change.Failover failover) {
            change = failover.underWay();
        }
    }

    void synchronization(AuroraCluster member, String status) {
        synchronization.put(member.id(), status);
    }

    void moveWriter(AuroraCluster to) {
        writer = to;
    }

    void pointWriterName() {
        cloud.names().point(WRITER_NAME, writer.address(), timing.writerTimeToLive());
    }

    void settle() {
        change = new Change.None();
    }

    void keep(Snapshot snapshot) {
        snapshots.add(snapshot);
        cloud.effects().count("rds:cluster-snapshot:" + snapshot.id(), snapshot.source() == null ? "create" : "copy");
    }

    void drop(Snapshot snapshot) {
        snapshots.remove(snapshot);
        cloud.effects().count("rds:cluster-snapshot:" + snapshot.id(), "delete");
    }

    /** The member with that identifier or ARN. */
    Optional<AuroraCluster> find(@Nullable String idOrArn) {
        return members.stream()
                .filter(member -> member.id().equals(idOrArn) || member.arn().equals(idOrArn))
                .findFirst();
    }

    private AuroraCluster peer(AuroraCluster member) {
        return member == members.getFirst() ? members.getLast() : members.getFirst();
    }

    private AuroraCluster targetOf(String target) {
        if (!target.startsWith("arn:")) {
            throw AwsError.badRequest(
                    "InvalidParameterValue", "TargetDbClusterIdentifier must be an ARN, not " + target);
        }
        AuroraCluster to = find(target)
                .orElseThrow(() -> new AwsError("DBClusterNotFoundFault", "DBCluster " + target + " not found.", 404));
        if (!(change instanceof Change.None)) {
            throw AwsError.badRequest(
                    "InvalidGlobalClusterStateFault", "Global cluster " + ID + " is " + change.globalStatus());
        }
        if (to == writer) {
            throw AwsError.badRequest(
                    "InvalidDBClusterStateFault", to.arn() + " is the primary cluster of " + ID + " already");
        }
        if (to.status() != ClusterStatus.AVAILABLE || !"connected".equals(synchronization(to))) {
            throw AwsError.badRequest(
                    "InvalidDBClusterStateFault",
                    to.id() + " is " + to.status().wireName() + " and " + synchronization(to));
        }
        return to;
    }
}
