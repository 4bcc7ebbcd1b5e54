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
import org.jspecify.annotations.Nullable;

/** {@code traffic.switch} by a witness: two objects, and a name that follows them after a while. */
final class SimulatedSwitch implements Action<Witness> {

    private static final String AT_WITNESS = "say-at-the-witness";
    private static final String IN_REGION = "say-in-the-region-gone-to";

    private final Cloud cloud;

    SimulatedSwitch(Cloud cloud) {
        this.cloud = cloud;
    }

    @Override
    public String name() {
        return "traffic.switch";
    }

    @Override
    public Witness read(Parameters with) {
        return Witness.read(with);
    }

    @Override
    public Repeat repeat(Witness parameters) {
        return Repeat.afterSeconds(2);
    }

    @Override
    public Observation observe(Assignment<Witness> assignment, @Nullable Sent sent) {
        String witness = assignment.parameters().region();
        String application = assignment.command().application();
        if (!isSaid(assignment, witness)) {
            return Observation.notStarted(AT_WITNESS, "say it at the witness");
        }
        if (!isSaid(assignment, assignment.to())) {
            return Observation.notStarted(IN_REGION, "say it in " + assignment.to());
        }
        return cloud.servedFrom(application).equals(assignment.to())
                ? Observation.done("the name answers " + assignment.to())
                : new Observation.NotSo("the name does not answer yet", "wait");
    }

    @Override
    public JsonNode apply(Assignment<Witness> assignment, Observation.NotStarted next, Permit permit) {
        String place =
                next.change().equals(AT_WITNESS) ? assignment.parameters().region() : assignment.to();
        cloud.change(
                assignment.command(),
                next.change(),
                place,
                permit,
                (scene, now) -> scene.saying(place, assignment.to()));
        return JsonNodeFactory.instance.objectNode();
    }

    private boolean isSaid(Assignment<Witness> assignment, String place) {
        Seen seen = cloud.look(assignment.command().application(), place);
        return seen.scene().says(place, assignment.to());
    }
}
