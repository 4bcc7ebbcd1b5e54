package io.lifeboat.executor.action.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.lifeboat.executor.action.Action;
import io.lifeboat.executor.action.Assignment;
import io.lifeboat.executor.action.Observation;
import io.lifeboat.executor.action.Parameters;
import io.lifeboat.executor.action.Repeat;
import io.lifeboat.executor.action.Sent;
import io.lifeboat.executor.action.aws.ScaleView.Capacity;
import io.lifeboat.executor.action.aws.ScaleView.Limits;
import io.lifeboat.executor.call.Permit;
import io.lifeboat.simulator.cloud.Cloud;
import io.lifeboat.simulator.cloud.Cloud.Seen;
import io.lifeboat.simulator.cloud.Scene;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code ecs.scale}: seen by the service's own view of capacity. */
final class SimulatedScale implements Action<Optional<Capacity>> {

    private static final int MOST = 10;

    private final Cloud cloud;

    SimulatedScale(Cloud cloud) {
        this.cloud = cloud;
    }

    @Override
    public String name() {
        return "ecs.scale";
    }

    @Override
    public Optional<Capacity> read(Parameters with) {
        if (with.optionalText("match").isPresent()) {
            return Optional.empty();
        }
        Parameters baseline = with.part("baseline");
        return Optional.of(new Capacity(baseline.count("minimum"), baseline.count("desired")));
    }

    @Override
    public Repeat repeat(Optional<Capacity> parameters) {
        return Repeat.afterSeconds(10);
    }

    @Override
    public Observation observe(Assignment<Optional<Capacity>> assignment, @Nullable Sent sent) {
        Capacity wanted =
                assignment.parameters().orElseGet(() -> sent == null ? sampled(assignment) : remembered(sent));
        Seen seen = cloud.look(assignment.command().application(), assignment.to());
        Limits limits = new Limits(seen.scene().least(), MOST);
        return new ScaleView(SimulatedRedeploy.view(seen), Optional.of(limits), wanted, 0.6).observe();
    }

    @Override
    public JsonNode apply(Assignment<Optional<Capacity>> assignment, Observation.NotStarted next, Permit permit) {
        boolean limits = next.change().equals(ScaleView.MINIMUM);
        int tasks = next.memo().path(limits ? "lowest" : "desired").intValue();
        cloud.change(
                assignment.command(),
                next.change(),
                assignment.to(),
                permit,
                (scene, now) -> limits ? scene.atLeast(tasks) : scene.scaled(tasks, cloud.ready(now, 1_000, 60_000)));
        return JsonNodeFactory.instance.objectNode();
    }

    private Capacity sampled(Assignment<Optional<Capacity>> assignment) {
        Scene left = cloud.look(assignment.command().application(), assignment.from())
                .scene();
        return new Capacity(Scene.TASKS_AT_HOME, left.tasksAtHome());
    }

    private static Capacity remembered(Sent sent) {
        JsonNode wanted = sent.memo().path("wanted");
        return new Capacity(
                wanted.path("minimum").intValue(), wanted.path("desired").intValue());
    }
}
