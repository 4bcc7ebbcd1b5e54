package io.lifeboat.executor.action.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.executor.action.Action;
import io.lifeboat.executor.action.Assignment;
import io.lifeboat.executor.action.Observation;
import io.lifeboat.executor.action.Parameters;
import io.lifeboat.executor.action.Repeat;
import io.lifeboat.executor.action.Sent;
import io.lifeboat.executor.action.aws.EcsServiceView.Deployment;
import io.lifeboat.executor.call.Permit;
import io.lifeboat.simulator.cloud.Cloud;
import io.lifeboat.simulator.cloud.Cloud.Seen;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code ecs.redeploy}: seen by the service's own view of a service's deployments. */
final class SimulatedRedeploy implements Action<String> {

    private static final String BEFORE = "deployments";

    private final Cloud cloud;

    SimulatedRedeploy(Cloud cloud) {
        this.cloud = cloud;
    }

    /** The service in the other region, as it is described. */
    static EcsServiceView view(Seen seen) {
        int desired = seen.scene().desired();
        int running = seen.scene().runningAt(seen.at());
        List<Deployment> deployments = seen.scene().deploymentsAt(seen.at()).stream()
                .map(deployment -> new Deployment(
                        deployment.id(),
                        "PRIMARY",
                        seen.at() >= deployment.ready() ? "COMPLETED" : "IN_PROGRESS",
                        desired,
                        running))
                .toList();
        return new EcsServiceView(desired, running, deployments, running);
    }

    @Override
    public String name() {
        return "ecs.redeploy";
    }

    @Override
    public String read(Parameters with) {
        return with.text("service");
    }

    @Override
    public Repeat repeat(String parameters) {
        return Repeat.afterSeconds(30);
    }

    @Override
    public Observation observe(Assignment<String> assignment, @Nullable Sent sent) {
        EcsServiceView service = view(cloud.look(assignment.command().application(), assignment.to()));
        if (sent == null) {
            ObjectNode memo = JsonNodeFactory.instance.objectNode();
            service.deployments().forEach(deployment -> memo.withArray(BEFORE).add(deployment.id()));
            return new Observation.NotStarted(EcsRedeploy.CHANGE, "replace the tasks", memo);
        }
        Set<String> before = new HashSet<>();
        sent.memo().path(BEFORE).forEach(id -> before.add(id.asText()));
        Observation seen = service.redeployedSince(before);
        return seen instanceof Observation.NotStarted due
                ? new Observation.NotStarted(due.change(), due.detail(), sent.memo())
                : seen;
    }

    @Override
    public JsonNode apply(Assignment<String> assignment, Observation.NotStarted next, Permit permit) {
        cloud.change(
                assignment.command(),
                next.change(),
                assignment.to(),
                permit,
                (scene, now) ->
                        scene.deployed("deployment-" + scene.deployments().size(), cloud.ready(now, 500, 30_000)));
        return JsonNodeFactory.instance.objectNode();
    }
}
