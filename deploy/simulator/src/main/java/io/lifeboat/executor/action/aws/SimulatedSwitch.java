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
import io.lifeboat.simulator.cloud.Cloud.Seen;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** {@code traffic.switch}: an object, and a name that follows it after a while. */
final class SimulatedSwitch implements Action<String> {

    /** How long the health check and the name take to follow. */
    private static final long FOLLOWS = TimeUnit.SECONDS.toNanos(4);

    private final Cloud cloud;

    SimulatedSwitch(Cloud cloud) {
        this.cloud = cloud;
    }

    @Override
    public String name() {
        return "traffic.switch";
    }

    @Override
    public String read(Parameters with) {
        return with.text("key");
    }

    @Override
    public Repeat repeat(String parameters) {
        return Repeat.afterSeconds(2);
    }

    @Override
    public Observation observe(Assignment<String> assignment, @Nullable Sent sent) {
        Seen seen = cloud.look(assignment.command().application(), assignment.to());
        Long switched = seen.scene().switched();
        if (switched == null) {
            return Observation.notStarted("put-standby-object", "put " + assignment.parameters());
        }
        return seen.at() >= switched + FOLLOWS
                ? Observation.done("the name answers " + assignment.to())
                : new Observation.NotSo("the name does not answer yet", "wait");
    }

    @Override
    public JsonNode apply(Assignment<String> assignment, Observation.NotStarted next, Permit permit) {
        cloud.change(
                assignment.command(), next.change(), assignment.to(), permit, (scene, now) -> scene.switchedAt(now));
        return JsonNodeFactory.instance.objectNode();
    }
}
