package io.lifeboat.executor.action.aws;

import io.lifeboat.contract.step.ErrorClass;
import io.lifeboat.executor.aws.AwsSession;
import io.lifeboat.executor.budget.Api;
import io.lifeboat.executor.call.CallFailedException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableDimension;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthStateEnum;

/** Looks at ECS services, their scaling and their targets through a session. */
final class EcsServices {

    private EcsServices() {}

    /**
     * A service.
     *
     * @param targetGroup ARN of its target group; null when nobody asks for its health
     */
    static EcsServiceView describe(AwsSession session, String cluster, String service, @Nullable String targetGroup) {
        Service found = session
                .look(Api.ECS, "DescribeServices", limit -> session.ecs()
                        .describeServices(request ->
                                request.cluster(cluster).services(service).overrideConfiguration(limit)))
                .services()
                .stream()
                .filter(candidate -> !"INACTIVE".equals(candidate.status()))
                .findFirst()
                .orElseThrow(() -> CallFailedException.rejected(
                        ErrorClass.NOT_FOUND,
                        "there is no service %s in cluster %s".formatted(service, cluster),
                        "correct cluster and service in the plan, or create the service",
                        null));
        return EcsServiceView.of(found, targetGroup == null ? 0 : healthy(session, targetGroup));
    }

    /** The scalable target of a service; empty when its number of tasks does not follow Application Auto Scaling. */
    static Optional<ScalableTarget> scaling(AwsSession session, String cluster, String service) {
        return session
                .look(Api.AUTO_SCALING, "DescribeScalableTargets", limit -> session.autoScaling()
                        .describeScalableTargets(request -> request.serviceNamespace(ServiceNamespace.ECS)
                                .resourceIds(resourceId(cluster, service))
                                .scalableDimension(ScalableDimension.ECS_SERVICE_DESIRED_COUNT)
                                .overrideConfiguration(limit)))
                .scalableTargets()
                .stream()
                .findFirst();
    }

    /** As Application Auto Scaling names a service. */
    static String resourceId(String cluster, String service) {
        return "service/" + cluster + "/" + service;
    }

    private static int healthy(AwsSession session, String targetGroup) {
        return (int) session
                .look(Api.LOAD_BALANCING, "DescribeTargetHealth", limit -> session.loadBalancing()
                        .describeTargetHealth(
                                request -> request.targetGroupArn(targetGroup).overrideConfiguration(limit)))
                .targetHealthDescriptions()
                .stream()
                .filter(target -> target.targetHealth().state() == TargetHealthStateEnum.HEALTHY)
                .count();
    }
}
