package io.lifeboat.executor.action.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.lifeboat.executor.action.Action;
import io.lifeboat.executor.action.Assignment;
import io.lifeboat.executor.action.Observation;
import io.lifeboat.executor.action.Parameters;
import io.lifeboat.executor.action.Repeat;
import io.lifeboat.executor.action.Sent;
import io.lifeboat.executor.aws.AwsClients;
import io.lifeboat.executor.aws.AwsSession;
import io.lifeboat.executor.budget.Api;
import io.lifeboat.executor.call.Permit;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * {@code aurora.failover}: makes the cluster in the region gone to the writer, accepting that what was not replicated is
 * lost. Without AllowDataLoss the same call would be a switchover, which needs the lost region; it is called in the
 * target's region (API model of rds, FailoverGlobalClusterMessage; AuroraUserGuide, disaster recovery).
 *
 * <p>Irreversible, and without a client token: a late repeat could make the old writer the writer again.
 */
@ApplicationScoped
class AuroraFailover implements Action<AuroraParameters> {

    private static final String CHANGE = "FailoverGlobalCluster";

    private final AwsClients aws;
    private final GlobalClusters clusters;

    AuroraFailover(AwsClients aws, GlobalClusters clusters) {
        this.aws = aws;
        this.clusters = clusters;
    }

    @Override
    public String name() {
        return "aurora.failover";
    }

    @Override
    public AuroraParameters read(Parameters with) {
        return AuroraParameters.read(with);
    }

    @Override
    public Repeat repeat(AuroraParameters parameters) {
        return Repeat.never();
    }

    @Override
    public void check(Assignment<AuroraParameters> assignment) {
        clusters.requireInstance(assignment);
        clusters.requireFollowing(assignment);
    }

    @Override
    public Observation observe(Assignment<AuroraParameters> assignment, @Nullable Sent sent) {
        return clusters.towards(assignment, CHANGE);
    }

    @Override
    public JsonNode apply(Assignment<AuroraParameters> assignment, Observation.NotStarted next, Permit permit) {
        AwsSession session = aws.acting(assignment.command().target(), assignment.to(), assignment.to());
        AuroraParameters parameters = assignment.parameters();
        session.change(Api.RDS, CHANGE, permit, limit -> session.rds()
                .failoverGlobalCluster(request -> request.globalClusterIdentifier(parameters.globalCluster())
                        .targetDbClusterIdentifier(parameters.targetArn())
                        .allowDataLoss(true)
                        .overrideConfiguration(limit)));
        return JsonNodeFactory.instance.objectNode();
    }
}
