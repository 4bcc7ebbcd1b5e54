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
import io.lifeboat.executor.action.aws.FenceView.Part;
import io.lifeboat.executor.call.CallFailedException;
import io.lifeboat.executor.call.Permit;
import io.lifeboat.simulator.cloud.Cloud;
import io.lifeboat.simulator.cloud.Cloud.Seen;
import org.jspecify.annotations.Nullable;

/** {@code fence}: seen by the service's own view of what there is to fence. */
final class SimulatedFence implements Action<String> {

    private final Cloud cloud;

    SimulatedFence(Cloud cloud) {
        this.cloud = cloud;
    }

    @Override
    public String name() {
        return "fence";
    }

    @Override
    public String read(Parameters with) {
        return with.text("globalCluster");
    }

    @Override
    public Repeat repeat(String parameters) {
        return Repeat.afterSeconds(5);
    }

    @Override
    public Observation observe(Assignment<String> assignment, @Nullable Sent sent) {
        String application = assignment.command().application();
        Seen there = cloud.look(application, assignment.to());
        if (there.scene().writerAt(there.at()).equals(assignment.to())) {
            return Observation.done("the writer is in " + assignment.to() + " already");
        }
        try {
            Seen here = cloud.look(application, assignment.from());
            return new FenceView(here.scene().tasksAtHome() > 0 ? Part.OPEN : Part.CLOSED, Part.OPEN).observe();
        } catch (CallFailedException e) {
            if (e.errorClass() == ErrorClass.TRANSIENT) {
                return new FenceView(Part.UNREACHABLE, Part.UNREACHABLE).observe();
            }
            throw e;
        }
    }

    @Override
    public JsonNode apply(Assignment<String> assignment, Observation.NotStarted next, Permit permit) {
        cloud.change(assignment.command(), next.change(), assignment.from(), permit, (scene, now) -> scene.stopped());
        return JsonNodeFactory.instance.objectNode();
    }
}
