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
import io.lifeboat.executor.action.Tempo;
import io.lifeboat.executor.action.aws.FenceView.Part;
import io.lifeboat.executor.call.CallFailedException;
import io.lifeboat.executor.call.Permit;
import io.lifeboat.simulator.cloud.Cloud;
import io.lifeboat.simulator.cloud.Cloud.Seen;
import org.jspecify.annotations.Nullable;

/** {@code fence.armed}: seen by the service's own view of what there is to fence. */
final class SimulatedArmedFence implements Action<String> {

    private final Cloud cloud;

    SimulatedArmedFence(Cloud cloud) {
        this.cloud = cloud;
    }

    @Override
    public String name() {
        return "fence.armed";
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
    public Tempo tempo() {
        return Tempo.ARMED;
    }

    @Override
    public Observation observe(Assignment<String> assignment, @Nullable Sent sent) {
        Observation seen = look(assignment).armed(assignment.from(), FenceView.Evidence.openBefore(sent));
        if (seen instanceof Observation.NotSo) {
            return seen;
        }
        Seen there = cloud.look(assignment.command().application(), assignment.to());
        return there.scene().writerAt(there.at()).equals(assignment.from())
                        || there.scene().movingAt(there.at())
                                && assignment.from().equals(there.scene().moveTo())
                ? new Observation.Contradiction(assignment.from() + " is the active region", "waive the obligation")
                : seen;
    }

    @Override
    public JsonNode apply(Assignment<String> assignment, Observation.NotStarted next, Permit permit) {
        cloud.change(assignment.command(), next.change(), assignment.from(), permit, (scene, now) -> scene.stopped());
        return JsonNodeFactory.instance.objectNode();
    }

    private FenceView look(Assignment<String> assignment) {
        try {
            Seen here = cloud.look(assignment.command().application(), assignment.from());
            return new FenceView(
                    here.scene().tasksAtHome() > 0 ? Part.OPEN : Part.CLOSED,
                    cloud.oldWriterIsOpen(here.scene()) ? Part.OPEN : Part.CLOSED);
        } catch (CallFailedException e) {
            if (e.errorClass() == ErrorClass.TRANSIENT) {
                return new FenceView(Part.UNREACHABLE, Part.UNREACHABLE);
            }
            throw e;
        }
    }
}
