package io.lifeboat.sandbox.rds;

import io.lifeboat.sandbox.account.Accounts;
import io.lifeboat.sandbox.cloud.Cloud;
import io.lifeboat.sandbox.endpoint.AwsError;
import io.lifeboat.sandbox.endpoint.AwsRequest;
import io.lifeboat.sandbox.endpoint.AwsResponse;
import io.lifeboat.sandbox.endpoint.AwsService;
import io.lifeboat.sandbox.endpoint.Protocol;
import io.lifeboat.sandbox.endpoint.Xml;
import java.util.List;
import java.util.Optional;

/** RDS's API, as far as Aurora Global Database needs it. */
final class RdsService implements AwsService {

    private static final String NAMESPACE = "http://rds.amazonaws.com/doc/2014-10-31/";

    private final GlobalCluster global;
    private final RdsXml xml;
    private final Snapshots snapshots;

    RdsService(Cloud cloud, GlobalCluster global) {
        this.global = global;
        this.xml = new RdsXml(global);
        this.snapshots = new Snapshots(cloud, global, xml);
    }

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
        Xml result =
                switch (request.operation()) {
                    case "DescribeGlobalClusters" -> describeGlobalClusters(request);
                    case "DescribeDBClusters" -> describeClusters(request);
                    case "DescribeDBInstances" -> describeInstances(request);
                    case "DescribeDBClusterSnapshots" -> snapshots.describe(request);
                    case "CopyDBClusterSnapshot" -> snapshots.copy(request);
                    case "DeleteDBClusterSnapshot" -> snapshots.delete(request);
                    case "FailoverGlobalCluster" -> failover(request);
                    case "SwitchoverGlobalCluster" -> switchover(request);
                    default ->
                        throw AwsError.badRequest(
                                "InvalidAction", "the sandbox's RDS does not know " + request.operation());
                };
        return AwsResponse.query(request, NAMESPACE, result);
    }

    private Xml describeGlobalClusters(AwsRequest request) {
        Optional<String> wanted = request.find("GlobalClusterIdentifier");
        boolean known = isShops(request)
                && wanted.map(id -> id.equals(GlobalCluster.ID) || id.equals(GlobalCluster.arn()))
                        .orElse(true);
        if (!known && wanted.isPresent()) {
            throw globalClusterNotFound(wanted.get());
        }
        return Xml.list("GlobalClusters", known ? List.of(global) : List.of(), ignored -> xml.globalCluster());
    }

    private Xml describeClusters(AwsRequest request) {
        Optional<String> wanted = request.find("DBClusterIdentifier");
        List<AuroraCluster> found = membersHere(request).stream()
                .filter(member -> wanted.map(id -> is(member, id)).orElse(true))
                .toList();
        if (found.isEmpty() && wanted.isPresent()) {
            throw new AwsError("DBClusterNotFoundFault", "DBCluster " + wanted.get() + " not found.", 404);
        }
        return Xml.list("DBClusters", found, xml::cluster);
    }

    private Xml describeInstances(AwsRequest request) {
        Optional<String> wanted = request.find("DBInstanceIdentifier");
        List<AuroraCluster> found = membersHere(request).stream()
                .filter(member -> wanted.map(member.instanceId()::equals).orElse(true))
                .filter(member ->
                        clusterFilter(request).map(id -> is(member, id)).orElse(true))
                .toList();
        if (found.isEmpty() && wanted.isPresent()) {
            throw new AwsError("DBInstanceNotFound", "DBInstance " + wanted.get() + " not found.", 404);
        }
        return Xml.list("DBInstances", found, xml::instance);
    }

    // Without AllowDataLoss the call is a switchover (API model, FailoverGlobalClusterMessage).
    private Xml failover(AwsRequest request) {
        requireGlobalCluster(request);
        boolean allowDataLoss =
                request.find("AllowDataLoss").map(Boolean::parseBoolean).orElse(false);
        boolean switchover =
                request.find("Switchover").map(Boolean::parseBoolean).orElse(false);
        if (allowDataLoss && switchover) {
            throw AwsError.badRequest("InvalidParameterCombination", "AllowDataLoss and Switchover exclude each other");
        }
        String target = request.parameter("TargetDbClusterIdentifier");
        if (allowDataLoss) {
            global.failOver(target, request.region().name());
        } else {
            global.switchOver(target, request.region().name());
        }
        return xml.globalCluster("GlobalCluster");
    }

    private Xml switchover(AwsRequest request) {
        requireGlobalCluster(request);
        global.switchOver(
                request.parameter("TargetDbClusterIdentifier"), request.region().name());
        return xml.globalCluster("GlobalCluster");
    }

    private void requireGlobalCluster(AwsRequest request) {
        String id = request.parameter("GlobalClusterIdentifier");
        if (!isShops(request) || !id.equals(GlobalCluster.ID)) {
            throw globalClusterNotFound(id);
        }
    }

    private List<AuroraCluster> membersHere(AwsRequest request) {
        return global.members().stream()
                .filter(member -> member.region() == request.region() && isShops(request))
                .toList();
    }

    private static Optional<String> clusterFilter(AwsRequest request) {
        return request.find("Filters.Filter.1.Name")
                .filter("db-cluster-id"::equals)
                .flatMap(name -> request.find("Filters.Filter.1.Values.Value.1"));
    }

    private static boolean is(AuroraCluster member, String idOrArn) {
        return member.id().equals(idOrArn) || member.arn().equals(idOrArn);
    }

    private static boolean isShops(AwsRequest request) {
        return request.account().equals(Accounts.SHOP);
    }

    private static AwsError globalClusterNotFound(String id) {
        return new AwsError("GlobalClusterNotFoundFault", "Global cluster " + id + " not found", 404);
    }
}
