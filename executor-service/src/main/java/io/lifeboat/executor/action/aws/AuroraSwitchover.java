package io.lifeboat.executor.action.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.lifeboat.contract.step.ErrorClass;
import io.lifeboat.executor.action.Action;
import io.lifeboat.executor.action.Assignment;
import io.lifeboat.executor.action.Observation;
import io.lifeboat.executor.action.Parameters;
import io.lifeboat.executor.action.Repeat;
import io.lifeboat.executor.action.Sent;
import io.lifeboat.executor.aws.AwsClients;
import io.lifeboat.executor.aws.AwsSession;
import io.lifeboat.executor.budget.Api;
import io.lifeboat.executor.call.CallFailedException;
import io.lifeboat.executor.call.Permit;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * {@code aurora.switchover}: swaps writer and secondary without loss, for rehearsals and failback. It needs both sides
 * healthy and is called in the current primary's region (AuroraUserGuide, disaster recovery).
 *
 * <p>Like a failover it has no client token, and a repeat that arrives late swaps the roles back.
 */
@ApplicationScoped
class AuroraSwitchover implements Action<AuroraParameters> {

    private static final String CHANGE = "SwitchoverGlobalCluster";

    private final AwsClients aws;
    private final GlobalClusters clusters;

    AuroraSwitchover(AwsClients aws, GlobalClusters clusters) {
        this.aws = aws;
        this.clusters = clusters;
    }

    @Override
    public String name() {
        return "aurora.switchover";
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
        GlobalClusterView cluster =
                clusters.describe(assignment, assignment.parameters().globalCluster());
        if (!"available".equals(cluster.status())) {
            throw CallFailedException.rejected(
                    ErrorClass.INVALID_STATE,
                    "global cluster %s is %s".formatted(cluster.id(), cluster.status()),
                    "a switchover needs it available on both sides; in a disaster use aurora.failover",
                    null);
        }
    }

    @Override
    public Observation observe(Assignment<AuroraParameters> assignment, @Nullable Sent sent) {
        return clusters.towards(assignment, CHANGE);
    }

    @Override
    public JsonNode apply(Assignment<AuroraParameters> assignment, Observation.NotStarted next, Permit permit) {
        AwsSession session = aws.acting(assignment.command().target(), assignment.from(), assignment.to());
        AuroraParameters parameters = assignment.parameters();
        session.change(Api.RDS, CHANGE, permit, limit -> session.rds()
                .switchoverGlobalCluster(request -> request.globalClusterIdentifier(parameters.globalCluster())
                        .targetDbClusterIdentifier(parameters.targetArn())
                        .overrideConfiguration(limit)));
        return JsonNodeFactory.instance.objectNode();
    }
}
