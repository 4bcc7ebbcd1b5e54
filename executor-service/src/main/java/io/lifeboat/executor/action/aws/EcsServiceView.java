package io.lifeboat.executor.action.aws;

import io.lifeboat.executor.action.Observation;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ecs.model.Service;

/**
 * What DescribeServices and DescribeTargetHealth tell of a service.
 *
 * @param desired how many tasks it is to run
 * @param running how many it runs
 * @param deployments its deployments
 * @param healthy how many of its targets the load balancer calls healthy: an ECS service that is stable may still serve
 *     nothing
 */
record EcsServiceView(int desired, int running, List<Deployment> deployments, int healthy) {

    /** One deployment; its rollout state is an open text, and missing where the deployment circuit breaker is unknown. */
    record Deployment(String id, String status, String rollout, int desired, int running) {

        boolean completed() {
            return "COMPLETED".equals(rollout) || (rollout.isEmpty() && running >= desired);
        }

        boolean failed() {
            return "FAILED".equals(rollout);
        }
    }

    static EcsServiceView of(Service service, int healthy) {
        List<Deployment> deployments = service.deployments().stream()
                .map(deployment -> new Deployment(
                        deployment.id(),
                        String.valueOf(deployment.status()),
                        deployment.rolloutStateAsString() == null ? "" : deployment.rolloutStateAsString(),
                        deployment.desiredCount(),
                        deployment.runningCount()))
                .toList();
        return new EcsServiceView(service.desiredCount(), service.runningCount(), deployments, healthy);
    }

    /** The deployments there are. */
    Set<String> deploymentIds() {
        return deployments.stream().map(Deployment::id).collect(Collectors.toUnmodifiableSet());
    }

    /** Steady, running what it should, and healthy at the load balancer. */
    boolean serves(int capacity) {
        return deployments.size() == 1 && running >= capacity && running == desired && healthy >= capacity;
    }

    /** In words. */
    String summary() {
        return "%d of %d tasks run, %d healthy at the load balancer, %d %s"
                .formatted(
                        running,
                        desired,
                        healthy,
                        deployments.size(),
                        deployments.size() == 1 ? "deployment" : "deployments");
    }

    /**
     * How far a redeployment is.
     *
     * @param before the deployments there were when it was decided
     */
    Observation redeployedSince(Set<String> before) {
        List<Deployment> fresh = deployments.stream()
                .filter(deployment -> !before.contains(deployment.id()))
                .toList();
        if (fresh.isEmpty()) {
            return Observation.notStarted(EcsRedeploy.CHANGE, "replace the tasks; " + summary());
        }
        if (fresh.stream().anyMatch(Deployment::failed)) {
            return new Observation.Contradiction(
                    "the new deployment failed: " + summary(), "look at the service's events and its stopped tasks");
        }
        if (fresh.stream().allMatch(Deployment::completed) && serves(desired)) {
            return Observation.done("the tasks were replaced: " + summary());
        }
        return Observation.inProgress("the tasks are being replaced: " + summary());
    }
}
