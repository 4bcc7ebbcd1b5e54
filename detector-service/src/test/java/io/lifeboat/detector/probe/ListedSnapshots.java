package io.lifeboat.detector.probe;

import io.lifeboat.sandbox.endpoint.AwsRequest;
import io.lifeboat.sandbox.endpoint.AwsResponse;
import io.lifeboat.sandbox.endpoint.AwsService;
import io.lifeboat.sandbox.endpoint.Protocol;
import io.lifeboat.sandbox.endpoint.Xml;
import java.time.Clock;
import java.util.List;

/**
 * RDS, as far as a list of snapshots goes: two a page, for the sandbox's own need a database to be taken of.
 *
 * @param snapshots their names, as they are when it is asked
 * @param clock the cloud's
 */
record ListedSnapshots(List<String> snapshots, Clock clock) implements AwsService {

    private static final int PAGE = 2;

    @Override
    public String signingName() {
        return "rds";
    }

    @Override
    public Protocol protocol() {
        return Protocol.QUERY;
    }

    @Override
    public AwsResponse handle(AwsRequest request) {
        int from = request.find("Marker").map(Integer::parseInt).orElse(0);
        int to = Math.min(from + PAGE, snapshots.size());
        return AwsResponse.query(
                request,
                "http://rds.amazonaws.com/doc/2014-10-31/",
                Xml.list("DBClusterSnapshots", snapshots.subList(from, to), id -> Xml.element("DBClusterSnapshot")
                        .with("DBClusterSnapshotIdentifier", id)
                        .with("SnapshotCreateTime", clock.instant().minusSeconds(60))
                        .with("Status", "available")),
                Xml.text("Marker", to < snapshots.size() ? String.valueOf(to) : ""));
    }
}
