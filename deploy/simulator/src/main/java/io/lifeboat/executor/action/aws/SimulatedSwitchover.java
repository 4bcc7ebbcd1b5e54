package io.lifeboat.executor.action.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.lifeboat.executor.action.Action;
import io.lifeboat.executor.action.Assignment;
import io.lifeboat.executor.action.Observation;
import io.lifeboat.executor.action.Parameters;
import io.lifeboat.executor.action.Repeat;
import io.lifeboat.executor.action.Sent;
import io.lifeboat.executor.call.Permit;
import io.lifeboat.simulator.cloud.Cloud;
import org.jspecify.annotations.Nullable;

/** {@code aurora.switchover}: seen as a failover is, and asked of the region left. */
final class SimulatedSwitchover implements Action<AuroraParameters> {

    private static final String CHANGE = "SwitchoverGlobalCluster";

    private final Cloud cloud;

    SimulatedSwitchover(Cloud cloud) {
        this.cloud = cloud;
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
    public Observation observe(Assignment<AuroraParameters> assignment, @Nullable Sent sent) {
        return SimulatedFailover.towards(cloud, assignment, CHANGE);
    }

    @Override
    public JsonNode apply(Assignment<AuroraParameters> assignment, Observation.NotStarted next, Permit permit) {
        cloud.change(assignment.command(), CHANGE, assignment.from(), permit, cloud.switchover(assignment.to()));
        return JsonNodeFactory.instance.objectNode();
    }
}
