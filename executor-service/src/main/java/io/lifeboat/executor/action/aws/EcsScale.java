package io.lifeboat.executor.action.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.contract.step.ErrorClass;
import io.lifeboat.executor.action.Action;
import io.lifeboat.executor.action.Assignment;
import io.lifeboat.executor.action.InvalidParameterException;
import io.lifeboat.executor.action.Observation;
import io.lifeboat.executor.action.Parameters;
import io.lifeboat.executor.action.Repeat;
import io.lifeboat.executor.action.Sent;
import io.lifeboat.executor.action.aws.ScaleView.Capacity;
import io.lifeboat.executor.aws.AwsClients;
import io.lifeboat.executor.aws.AwsSession;
import io.lifeboat.executor.budget.Api;
import io.lifeboat.executor.call.CallFailedException;
import io.lifeboat.executor.call.Permit;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableDimension;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;

/**
 * {@code ecs.scale}: raises the service in the region gone to, first the least that Application Auto Scaling may shrink it
 * to, then its desired count; never down. Done when it runs and the load balancer calls it healthy.
 *
 * <p>Both calls set a value, so repeating them is harmless (RegisterScalableTarget and UpdateService in the API models of
 * application-autoscaling and ecs).
 */
@ApplicationScoped
class EcsScale implements Action<EcsScale.Scale> {

    private final AwsClients aws;

    EcsScale(AwsClients aws) {
        this.aws = aws;
    }

    /**
     * What is wanted.
     *
     * @param capacity to reach; empty when nobody sampled it beforehand, and only the region left can tell, if it answers
     * @param share of the capacity that serves; with at least that much the step may end degraded
     */
    record Scale(String cluster, String service, String targetGroup, Optional<Capacity> capacity, double share) {}

    @Override
    public String name() {
        return "ecs.scale";
    }

    @Override
    public Scale read(Parameters with) {
        return new Scale(
                with.text("cluster"),
                with.text("service"),
                with.part("targetGroup").text("to"),
                capacity(with),
                with.optionalShare("minimum").orElse(1.0));
    }

    @Override
    public Repeat repeat(Scale parameters) {
        return Repeat.afterSeconds(10);
    }

    @Override
    public Observation observe(Assignment<Scale> assignment, @Nullable Sent sent) {
        Scale scale = assignment.parameters();
        Capacity wanted = scale.capacity().orElseGet(() -> sent == null ? sampled(assignment) : remembered(sent));
        AwsSession session = aws.looking(assignment.command().target(), assignment.to(), assignment.to());
        EcsServiceView service = EcsServices.describe(session, scale.cluster(), scale.service(), scale.targetGroup());
        Optional<ScalableTarget> scaling = EcsServices.scaling(session, scale.cluster(), scale.service());
        return new ScaleView(service, scaling.map(ScaleView.Limits::of), wanted, scale.share()).observe();
    }

    @Override
    public JsonNode apply(Assignment<Scale> assignment, Observation.NotStarted next, Permit permit) {
        Scale scale = assignment.parameters();
        AwsSession session = aws.acting(assignment.command().target(), assignment.to(), assignment.to());
        JsonNode memo = next.memo();
        if (next.change().equals(ScaleView.MINIMUM)) {
            session.change(Api.AUTO_SCALING, "RegisterScalableTarget", permit, limit -> session.autoScaling()
                    .registerScalableTarget(request -> request.serviceNamespace(ServiceNamespace.ECS)
                            .resourceId(EcsServices.resourceId(scale.cluster(), scale.service()))
                            .scalableDimension(ScalableDimension.ECS_SERVICE_DESIRED_COUNT)
                            .minCapacity(memo.path("lowest").intValue())
                            .maxCapacity(memo.path("highest").intValue())
                            .overrideConfiguration(limit)));
        } else {
            session.change(Api.ECS, "UpdateService", permit, limit -> session.ecs()
                    .updateService(request -> request.cluster(scale.cluster())
                            .service(scale.service())
                            .desiredCount(memo.path("desired").intValue())
                            .overrideConfiguration(limit)));
        }
        return JsonNodeFactory.instance.objectNode();
    }

    private static Optional<Capacity> capacity(Parameters with) {
        if (with.optionalText("match").isPresent()) {
            return Optional.empty();
        }
        if (with.optionalCount("capacity").isPresent()) {
            int tasks = with.count("capacity");
            return Optional.of(new Capacity(tasks, tasks));
        }
        Parameters baseline = with.optionalPart("baseline")
                .orElseThrow(() -> new InvalidParameterException(
                        "baseline", "is missing", "give baseline, capacity, or match: baseline"));
        return Optional.of(new Capacity(baseline.count("minimum"), baseline.count("desired")));
    }

    /** What the region left has now; only a region that still answers can tell. */
    private Capacity sampled(Assignment<Scale> assignment) {
        Scale scale = assignment.parameters();
        AwsSession session = aws.reaching(assignment.command().target(), "read", assignment.from(), assignment.to());
        int desired = EcsServices.describe(session, scale.cluster(), scale.service(), null)
                .desired();
        if (desired == 0) {
            throw CallFailedException.rejected(
                    ErrorClass.NOT_FOUND,
                    "%s runs no task of %s any more, so nobody knows how many it ran"
                            .formatted(assignment.from(), scale.service()),
                    "write capacity or baseline into the step, and let a watch ecs-capacity sample it beforehand",
                    null);
        }
        int minimum = EcsServices.scaling(session, scale.cluster(), scale.service())
                .map(ScalableTarget::minCapacity)
                .orElse(desired);
        return new Capacity(minimum, desired);
    }

    private static Capacity remembered(Sent sent) {
        ObjectNode wanted = (ObjectNode) sent.memo().path("wanted");
        return new Capacity(
                wanted.path("minimum").intValue(), wanted.path("desired").intValue());
    }
}
