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
import io.lifeboat.executor.call.CallFailedException;
import io.lifeboat.executor.call.Permit;
import io.lifeboat.simulator.cloud.Cloud;
import io.lifeboat.simulator.cloud.Cloud.Seen;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** An action whose only trace is its answer: what it does may happen more than once and does no harm. */
final class SimulatedTry implements Action<String> {

    private final String name;
    private final Cloud cloud;
    private final Predicate<Seen> works;

    SimulatedTry(String name, Cloud cloud, Predicate<Seen> works) {
        this.name = name;
        this.cloud = cloud;
        this.works = works;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String read(Parameters with) {
        return name;
    }

    @Override
    public Repeat repeat(String parameters) {
        return Repeat.afterSeconds(1);
    }

    @Override
    public Observation observe(Assignment<String> assignment, @Nullable Sent sent) {
        return sent != null && sent.answer() != null
                ? Observation.done(name + " worked")
                : Observation.notStarted("try", "try " + name);
    }

    @Override
    public JsonNode apply(Assignment<String> assignment, Observation.NotStarted next, Permit permit) {
        try {
            cloud.change(assignment.command(), next.change(), assignment.to(), permit, (scene, now) -> scene);
        } catch (CallFailedException e) {
            throw e.whenLooking();
        }
        if (!works.test(cloud.truth(assignment.command().application()))) {
            throw CallFailedException.rejected(ErrorClass.NOT_SO, name + " does not work yet", "wait", null);
        }
        return JsonNodeFactory.instance.objectNode().put("worked", true);
    }
}
