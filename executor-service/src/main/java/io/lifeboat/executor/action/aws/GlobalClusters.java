package io.lifeboat.executor.action.aws;

import io.lifeboat.contract.signal.HeartbeatRow;
import io.lifeboat.contract.step.ErrorClass;
import io.lifeboat.executor.action.Assignment;
import io.lifeboat.executor.action.Observation;
import io.lifeboat.executor.action.sql.Heartbeats;
import io.lifeboat.executor.aws.AwsClients;
import io.lifeboat.executor.aws.AwsSession;
import io.lifeboat.executor.budget.Api;
import io.lifeboat.executor.call.CallFailedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rds.model.DBCluster;

/** Looks at Aurora global databases, always from the region gone to. */
@ApplicationScoped
class GlobalClusters {

    private static final String AVAILABLE = "available";

    private final AwsClients aws;
    private final Heartbeats heartbeats;

    GlobalClusters(AwsClients aws, Heartbeats heartbeats) {
        this.aws = aws;
        this.heartbeats = heartbeats;
    }

    /** The global cluster as the region gone to describes it. */
    GlobalClusterView describe(Assignment<?> assignment, String globalCluster) {
        AwsSession session = looking(assignment);
        return session
                .look(Api.RDS, "DescribeGlobalClusters", limit -> session.rds()
                        .describeGlobalClusters(request ->
                                request.globalClusterIdentifier(globalCluster).overrideConfiguration(limit)))
                .globalClusters()
                .stream()
                .findFirst()
                .map(GlobalClusterView::of)
                .orElseThrow(() -> CallFailedException.rejected(
                        ErrorClass.NOT_FOUND,
                        "there is no global cluster " + globalCluster,
                        "correct globalCluster in the plan",
                        null));
    }

    /** Whether that region has the writer, as the region gone to describes it. */
    boolean writerIsIn(String region, Assignment<?> assignment, String globalCluster) {
        return describe(assignment, globalCluster)
                .writer()
                .filter(writer -> AuroraParameters.regionOf(writer.arn()).equals(region))
                .isPresent();
    }

    /** Whether that region has the writer, or is being given it. */
    boolean writerIsOrComesTo(String region, Assignment<?> assignment, String globalCluster) {
        GlobalClusterView seen = describe(assignment, globalCluster);
        return Stream.of(
                        seen.writer().map(GlobalClusterView.Member::arn),
                        Optional.ofNullable(seen.move()).map(GlobalClusterView.Move::toArn))
                .flatMap(Optional::stream)
                .anyMatch(arn -> AuroraParameters.regionOf(arn).equals(region));
    }

    /** How far the way to a new writer is: done only once the target is the writer and its cluster available. */
    Observation towards(Assignment<AuroraParameters> assignment, String change) {
        AuroraParameters parameters = assignment.parameters();
        Observation seen = describe(assignment, parameters.globalCluster()).towards(parameters.targetArn(), change);
        if (!(seen instanceof Observation.Done done)) {
            return seen;
        }
        String status = String.valueOf(target(assignment).status());
        if (!AVAILABLE.equals(status)) {
            return Observation.inProgress("%s is the writer and %s".formatted(parameters.targetId(), status));
        }
        List<HeartbeatRow> rows = heartbeats.atNewWriter(assignment);
        return new Observation.Done(done.extent(), done.detail(), done.evidence(), rows);
    }

    /**
     * Refuses a target that has no instance: it can be neither switched nor failed over to (AuroraUserGuide,
     * aurora-global-database-disaster-recovery; RDS-EVENT-0519).
     */
    void requireInstance(Assignment<AuroraParameters> assignment) {
        if (target(assignment).dbClusterMembers().isEmpty()) {
            throw CallFailedException.rejected(
                    ErrorClass.INVALID_STATE,
                    assignment.parameters().targetId() + " has no DB instance",
                    "create one in " + assignment.to() + ": a cluster without instances cannot become the writer",
                    null);
        }
    }

    /**
     * Refuses a target that does not follow the writer: it holds what it held when it last did (RDS API reference,
     * GlobalClusterMember, SynchronizationStatus). What Aurora does not tell is no reason to stay.
     */
    void requireFollowing(Assignment<AuroraParameters> assignment) {
        AuroraParameters parameters = assignment.parameters();
        describe(assignment, parameters.globalCluster())
                .member(parameters.targetArn())
                .filter(GlobalClusterView.Member::behindForGood)
                .ifPresent(member -> {
                    throw CallFailedException.rejected(
                            ErrorClass.INVALID_STATE,
                            "%s is %s: it has not joined again since it was the writer"
                                    .formatted(parameters.targetId(), member.synchronization()),
                            "wait until it follows the writer again; going there now would lose everything written since",
                            null);
                });
    }

    private DBCluster target(Assignment<AuroraParameters> assignment) {
        AwsSession session = looking(assignment);
        String id = assignment.parameters().targetId();
        return session
                .look(Api.RDS, "DescribeDBClusters", limit -> session.rds()
                        .describeDBClusters(
                                request -> request.dbClusterIdentifier(id).overrideConfiguration(limit)))
                .dbClusters()
                .stream()
                .findFirst()
                .orElseThrow(() -> CallFailedException.rejected(
                        ErrorClass.NOT_FOUND,
                        "there is no cluster " + id + " in " + assignment.to(),
                        "correct cluster in the plan",
                        null));
    }

    private AwsSession looking(Assignment<?> assignment) {
        return aws.looking(assignment.command().target(), assignment.to(), assignment.to());
    }
}
