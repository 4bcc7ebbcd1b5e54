package io.lifeboat.sandbox.rds;

import io.lifeboat.sandbox.account.Accounts;
import io.lifeboat.sandbox.cloud.Cloud;
import io.lifeboat.sandbox.endpoint.AwsError;
import io.lifeboat.sandbox.endpoint.AwsRequest;
import io.lifeboat.sandbox.endpoint.Xml;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The calls about cluster snapshots, within one region and account. */
final class Snapshots {

    /** The sandbox's own; hours for a large volume at AWS. */
    private static final Duration COPYING = Duration.ofSeconds(2);

    /** API model of rds, CopyDBClusterSnapshotMessage. */
    private static final Pattern IDENTIFIER = Pattern.compile("[a-zA-Z](-?[a-zA-Z0-9])*");

    private static final int LONGEST_IDENTIFIER = 63;

    private final Cloud cloud;
    private final GlobalCluster global;
    private final RdsXml xml;

    Snapshots(Cloud cloud, GlobalCluster global, RdsXml xml) {
        this.cloud = cloud;
        this.global = global;
        this.xml = xml;
    }

    Xml describe(AwsRequest request) {
        Optional<String> cluster = request.find("DBClusterIdentifier");
        Optional<String> wanted = request.find("DBClusterSnapshotIdentifier");
        Optional<String> type = request.find("SnapshotType");
        List<Snapshot> found = here(request).stream()
                .filter(snapshot -> cluster.map(
                                id -> id.equals(snapshot.cluster().id())
                                        || id.equals(snapshot.cluster().arn()))
                        .orElse(true))
                .filter(snapshot -> wanted.map(id -> is(snapshot, id)).orElse(true))
                .filter(snapshot -> type.map(snapshot.type()::equals).orElse(true))
                .toList();
        if (found.isEmpty() && wanted.isPresent()) {
            throw notFound(wanted.get());
        }
        Instant now = cloud.clock().instant();
        return Xml.list("DBClusterSnapshots", found, snapshot -> xml.snapshot(snapshot, now));
    }

    /** Copies within the region; the copy is manual and takes its time. */
    synchronized Xml copy(AwsRequest request) {
        String source = request.parameter("SourceDBClusterSnapshotIdentifier");
        String target = request.parameter("TargetDBClusterSnapshotIdentifier");
        if (target.length() > LONGEST_IDENTIFIER || !IDENTIFIER.matcher(target).matches()) {
            throw AwsError.badRequest(
                    "InvalidParameterValue",
                    target
                            + " is not a valid identifier: letters, digits and single hyphens, a letter first, 63 at most");
        }
        List<Snapshot> here = here(request);
        Snapshot from = here.stream()
                .filter(snapshot -> is(snapshot, source))
                .findFirst()
                .orElseThrow(() -> notFound(source));
        if (here.stream().anyMatch(snapshot -> snapshot.id().equals(target))) {
            throw AwsError.badRequest(
                    "DBClusterSnapshotAlreadyExistsFault", "DBClusterSnapshot " + target + " already exists.");
        }
        Instant now = cloud.clock().instant();
        if (!from.isAvailable(now)) {
            throw AwsError.badRequest(
                    "InvalidDBClusterSnapshotStateFault", "DBClusterSnapshot " + source + " is not available.");
        }
        Snapshot copy = new Snapshot(target, from.cluster(), now, now.plus(COPYING), from.data(), from.arn());
        global.keep(copy);
        return xml.snapshot(copy, now);
    }

    /** Only a manual one can be deleted, and only once it is there (API reference, DeleteDBClusterSnapshot). */
    synchronized Xml delete(AwsRequest request) {
        String id = request.parameter("DBClusterSnapshotIdentifier");
        Snapshot snapshot = here(request).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> notFound(id));
        Instant now = cloud.clock().instant();
        if (!snapshot.isAvailable(now) || snapshot.source() == null) {
            throw AwsError.badRequest(
                    "InvalidDBClusterSnapshotStateFault", "DBClusterSnapshot " + id + " cannot be deleted.");
        }
        Xml last = xml.snapshot(snapshot, now);
        global.drop(snapshot);
        return last;
    }

    private List<Snapshot> here(AwsRequest request) {
        return global.snapshots().stream()
                .filter(snapshot -> snapshot.cluster().region() == request.region()
                        && request.account().equals(Accounts.SHOP))
                .toList();
    }

    private static boolean is(Snapshot snapshot, String idOrArn) {
        return snapshot.id().equals(idOrArn) || snapshot.arn().equals(idOrArn);
    }

    private static AwsError notFound(String id) {
        return new AwsError("DBClusterSnapshotNotFoundFault", "DBClusterSnapshot " + id + " not found.", 404);
    }
}
