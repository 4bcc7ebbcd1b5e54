package io.lifeboat.detector.aws;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableDimension;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;
import software.amazon.awssdk.services.ecs.model.Service;

/** Reads how many tasks an ECS service is to run. */
public final class EcsReader {

    private static final String GONE = "INACTIVE";

    private final SdkCalls calls;
    private final AwsClients clients;

    /** Reads through these clients. */
    public EcsReader(SdkCalls calls, AwsClients clients) {
        this.calls = calls;
        this.clients = clients;
    }

    /**
     * What a service is to run: its desired count, and the least that Application Auto Scaling may shrink it to (API
     * models of ecs, DescribeServices, and application-autoscaling, DescribeScalableTargets).
     *
     * @param role the role to look in, or empty for the detector's own credentials
     * @param within for both calls together
     * @return empty when there is no such service
     */
    public Future<Optional<TaskCount>> taskCount(
            String cluster, String service, Optional<String> role, String region, Duration within) {
        Duration half = within.dividedBy(2);
        return desired(cluster, service, role, region, half)
                .compose(desired -> desired.map(count -> minimum(cluster, service, role, region, half)
                                .map(minimum -> Optional.of(new TaskCount(minimum.orElse(count), count))))
                        .orElseGet(() -> Future.succeededFuture(Optional.empty())));
    }

    private Future<Optional<Integer>> desired(
            String cluster, String service, Optional<String> role, String region, Duration within) {
        return calls.send(
                        () -> clients.ecs(role, region)
                                .describeServices(ask -> ask.cluster(cluster).services(service)),
                        within)
                .map(answer -> answer.services().stream()
                        .filter(found -> !GONE.equals(found.status()))
                        .findFirst()
                        .map(Service::desiredCount));
    }

    private Future<Optional<Integer>> minimum(
            String cluster, String service, Optional<String> role, String region, Duration within) {
        return calls.send(
                        () -> clients.autoScaling(role, region)
                                .describeScalableTargets(ask -> ask.serviceNamespace(ServiceNamespace.ECS)
                                        .resourceIds("service/" + cluster + "/" + service)
                                        .scalableDimension(ScalableDimension.ECS_SERVICE_DESIRED_COUNT)),
                        within)
                .map(answer -> answer.scalableTargets().stream().findFirst().map(ScalableTarget::minCapacity));
    }
}
