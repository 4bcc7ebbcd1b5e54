package io.lifeboat.executor.action.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.lifeboat.contract.step.ErrorClass;
import io.lifeboat.executor.action.Action;
import io.lifeboat.executor.action.Assignment;
import io.lifeboat.executor.action.Observation;
import io.lifeboat.executor.action.Observation.Done;
import io.lifeboat.executor.action.Observation.Extent;
import io.lifeboat.executor.action.Parameters;
import io.lifeboat.executor.action.Repeat;
import io.lifeboat.executor.action.Sent;
import io.lifeboat.executor.action.Tempo;
import io.lifeboat.executor.call.CallFailedException;
import io.lifeboat.executor.call.Permit;
import io.lifeboat.simulator.cloud.Cloud;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code traffic.latch}, and {@code traffic.latch.armed}, which waits for the region instead of ending pending. */
final class SimulatedLatch implements Action<Witness> {

    private static final String CHANGE = "say-in-the-region-left";

    private final Cloud cloud;
    private final boolean armed;

    SimulatedLatch(Cloud cloud, boolean armed) {
        this.cloud = cloud;
        this.armed = armed;
    }

    @Override
    public String name() {
        return armed ? "traffic.latch.armed" : "traffic.latch";
    }

    @Override
    public Witness read(Parameters with) {
        return Witness.read(with);
    }

    @Override
    public Repeat repeat(Witness parameters) {
        return Repeat.afterSeconds(5);
    }

    @Override
    public Tempo tempo() {
        return armed ? Tempo.PATIENT : Tempo.STEP;
    }

    @Override
    public Observation observe(Assignment<Witness> assignment, @Nullable Sent sent) {
        String witness = assignment.parameters().region();
        if (!isSaid(assignment, witness)) {
            return Observation.done("the witness says something else by now");
        }
        try {
            return isSaid(assignment, assignment.from())
                    ? Observation.done(assignment.from() + " says it too")
                    : Observation.notStarted(CHANGE, "say in %s that it is left".formatted(assignment.from()));
        } catch (CallFailedException e) {
            if (e.errorClass() != ErrorClass.TRANSIENT) {
                throw e;
            }
            return armed
                    ? new Observation.NotSo(assignment.from() + " does not answer", "nothing")
                    : new Done(Extent.PENDING, assignment.from() + " does not answer", null, List.of());
        }
    }

    @Override
    public JsonNode apply(Assignment<Witness> assignment, Observation.NotStarted next, Permit permit) {
        String place = assignment.from();
        cloud.change(
                assignment.command(),
                next.change(),
                place,
                permit,
                (scene, now) -> scene.saying(place, assignment.to()));
        return JsonNodeFactory.instance.objectNode();
    }

    private boolean isSaid(Assignment<Witness> assignment, String place) {
        return cloud.look(assignment.command().application(), place).scene().says(place, assignment.to());
    }
}
