package io.lifeboat.executor.action.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.lifeboat.executor.action.Action;
import io.lifeboat.executor.action.Assignment;
import io.lifeboat.executor.action.Observation;
import io.lifeboat.executor.action.Parameters;
import io.lifeboat.executor.action.Repeat;
import io.lifeboat.executor.action.Sent;
import io.lifeboat.executor.action.aws.GlobalClusterView.Member;
import io.lifeboat.executor.action.aws.GlobalClusterView.Move;
import io.lifeboat.executor.call.Permit;
import io.lifeboat.simulator.cloud.Cloud;
import io.lifeboat.simulator.cloud.Cloud.Seen;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code aurora.failover}: seen by the service's own view of a global cluster. */
final class SimulatedFailover implements Action<AuroraParameters> {

    private static final String CHANGE = "FailoverGlobalCluster";

    private final Cloud cloud;

    SimulatedFailover(Cloud cloud) {
        this.cloud = cloud;
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
    public Observation observe(Assignment<AuroraParameters> assignment, @Nullable Sent sent) {
        return towards(cloud, assignment, CHANGE);
    }

    @Override
    public JsonNode apply(Assignment<AuroraParameters> assignment, Observation.NotStarted next, Permit permit) {
        cloud.change(assignment.command(), CHANGE, assignment.to(), permit, cloud.failover(assignment.to()));
        return JsonNodeFactory.instance.objectNode();
    }

    /** How far the way to a new writer is, whichever call began it. */
    static Observation towards(Cloud cloud, Assignment<AuroraParameters> assignment, String change) {
        Seen seen = cloud.look(assignment.command().application(), assignment.to());
        String target = assignment.parameters().targetArn();
        String writer = seen.scene().writerAt(seen.at());
        boolean moving = seen.scene().movingAt(seen.at());
        boolean moved = writer.equals(assignment.to());
        GlobalClusterView view = new GlobalClusterView(
                assignment.parameters().globalCluster(),
                "available",
                List.of(new Member(target, moved, "connected"), new Member("the other", !moved, "connected")),
                moving ? new Move("failing-over", target) : null);
        return view.towards(target, change);
    }
}
