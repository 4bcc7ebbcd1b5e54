package io.lifeboat.sandbox.ecs;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Services, deployments and tasks as ECS writes them. */
final class EcsJson {

    private EcsJson() {}

    static Map<String, Object> service(Service service) {
        var name = service.name();
        var tasks = service.tasks();
        var json = new LinkedHashMap<String, Object>();
        json.put("serviceArn", name.serviceArn());
        json.put("serviceName", name.service());
        json.put("clusterArn", name.clusterArn());
        json.put("status", "ACTIVE");
        json.put("launchType", "FARGATE");
        json.put("taskDefinition", name.taskDefinitionArn());
        json.put("desiredCount", service.desiredCount());
        json.put("runningCount", count(tasks, true));
        json.put("pendingCount", count(tasks, false));
        json.put(
                "loadBalancers",
                List.of(Map.of(
                        "targetGroupArn", service.targetGroup().arn(),
                        "containerName", name.service(),
                        "containerPort", service.containerPort())));
        json.put("deploymentConfiguration", Map.of("maximumPercent", 200, "minimumHealthyPercent", 100));
        json.put(
                "deployments",
                service.deployments().stream()
                        .map(each -> deployment(service, each, tasks))
                        .toList());
        return json;
    }

    private static long count(List<Task> tasks, boolean running) {
        return tasks.stream()
                .filter(task -> task.active() && task.running() == running)
                .count();
    }

    private static Map<String, Object> deployment(Service service, Deployment deployment, List<Task> tasks) {
        var own = tasks.stream()
                .filter(task -> task.deploymentId().equals(deployment.id()))
                .toList();
        var primary = service.deployments().getFirst().id().equals(deployment.id());
        var json = new LinkedHashMap<String, Object>();
        json.put("id", deployment.id());
        json.put("status", primary ? "PRIMARY" : "ACTIVE");
        json.put("taskDefinition", service.name().taskDefinitionArn());
        json.put(
                "desiredCount",
                primary
                        ? service.desiredCount()
                        : own.stream().filter(Task::active).count());
        json.put("runningCount", count(own, true));
        json.put("pendingCount", count(own, false));
        json.put("failedTasks", 0);
        json.put("createdAt", epoch(deployment.createdAt()));
        json.put("updatedAt", epoch(deployment.updatedAt()));
        json.put("rolloutState", deployment.rollout().name());
        json.put(
                "rolloutStateReason",
                "ECS deployment " + deployment.id()
                        + (deployment.rollout() == Deployment.Rollout.COMPLETED ? " completed." : " in progress."));
        return json;
    }

    static Map<String, Object> task(Service service, Task task) {
        var json = new LinkedHashMap<String, Object>();
        json.put("taskArn", service.name().taskArn(task.id()));
        json.put("clusterArn", service.name().clusterArn());
        json.put("taskDefinitionArn", service.name().taskDefinitionArn());
        json.put("group", "service:" + service.name().service());
        json.put("startedBy", task.deploymentId());
        json.put("lastStatus", task.lastStatus());
        json.put("desiredStatus", task.active() ? "RUNNING" : "STOPPED");
        json.put("createdAt", epoch(task.createdAt()));
        if (task.state() instanceof Task.State.Running running) {
            json.put("startedAt", epoch(running.since()));
        }
        json.put(
                "containers",
                List.of(Map.of(
                        "name", service.name().service(),
                        "lastStatus", task.lastStatus(),
                        "networkInterfaces",
                                List.of(Map.of(
                                        "privateIpv4Address", task.target().address())))));
        return json;
    }

    /** Seconds since 1970 with a fraction, as the JSON protocols write times. */
    private static double epoch(Instant instant) {
        return instant.toEpochMilli() / 1000.0;
    }
}
