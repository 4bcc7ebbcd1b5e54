package io.lifeboat.sandbox.ecs;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.sandbox.cloud.Effects;
import io.lifeboat.sandbox.endpoint.AwsError;
import io.lifeboat.sandbox.endpoint.AwsRequest;
import io.lifeboat.sandbox.endpoint.AwsResponse;
import io.lifeboat.sandbox.endpoint.AwsService;
import io.lifeboat.sandbox.endpoint.Protocol;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** ECS's API over the services of every region. */
public final class Ecs implements AwsService {

    private final List<Service> services;
    private final Effects effects;

    public Ecs(Collection<Service> services, Effects effects) {
        this.services = List.copyOf(services);
        this.effects = effects;
    }

    @Override
    public String signingName() {
        return "ecs";
    }

    @Override
    public Protocol protocol() {
        return Protocol.JSON;
    }

    @Override
    public AwsResponse handle(AwsRequest request) {
        var body = request.json();
        return switch (request.operation()) {
            case "DescribeClusters" -> describeClusters(request, body);
            case "DescribeServices" -> describeServices(request, body);
            case "UpdateService" -> update(request, body);
            case "ListTasks" -> listTasks(request, body);
            case "DescribeTasks" -> describeTasks(request, body);
            default ->
                throw new AwsError("UnknownOperationException", "the sandbox has no " + request.operation(), 400);
        };
    }

    private AwsResponse describeClusters(AwsRequest request, JsonNode body) {
        var found = new ArrayList<Map<String, Object>>();
        var missing = new ArrayList<Map<String, Object>>();
        for (var asked : body.path("clusters")) {
            var own = inCluster(request, asked.asText());
            if (own.isEmpty()) {
                missing.add(Map.of("arn", asked.asText(), "reason", "MISSING"));
            } else {
                found.add(Map.of(
                        "clusterArn", own.getFirst().name().clusterArn(),
                        "clusterName", own.getFirst().name().cluster(),
                        "status", "ACTIVE",
                        "activeServicesCount", own.size()));
            }
        }
        return AwsResponse.json(Map.of("clusters", found, "failures", missing));
    }

    private AwsResponse describeServices(AwsRequest request, JsonNode body) {
        requireCluster(request, body);
        var found = new ArrayList<Map<String, Object>>();
        var missing = new ArrayList<Map<String, Object>>();
        for (var asked : body.path("services")) {
            find(request, body, asked.asText())
                    .ifPresentOrElse(
                            service -> found.add(EcsJson.service(service)),
                            () -> missing.add(Map.of("arn", asked.asText(), "reason", "MISSING")));
        }
        return AwsResponse.json(Map.of("services", found, "failures", missing));
    }

    private AwsResponse update(AwsRequest request, JsonNode body) {
        requireCluster(request, body);
        var service = find(request, body, body.path("service").asText())
                .orElseThrow(() -> AwsError.badRequest("ServiceNotFoundException", "Service not found."));
        var resource = "ecs:" + service.name().serviceArn();
        if (body.hasNonNull("desiredCount")) {
            int desired = body.path("desiredCount").asInt();
            if (desired < 0) {
                throw AwsError.badRequest("InvalidParameterException", "desiredCount must not be negative");
            }
            if (service.desire(desired)) {
                effects.count(resource, "scale");
            }
        }
        if (body.path("forceNewDeployment").asBoolean(false)) {
            service.forceDeployment();
            effects.count(resource, "deploy");
        }
        return AwsResponse.json(Map.of("service", EcsJson.service(service)));
    }

    private AwsResponse listTasks(AwsRequest request, JsonNode body) {
        requireCluster(request, body);
        var wanted = body.path("serviceName").asText("");
        var arns = inCluster(request, cluster(body)).stream()
                .filter(service -> wanted.isEmpty() || matches(service, wanted))
                .flatMap(
                        service -> service.tasks().stream().filter(Task::active).map(task -> service.name()
                                .taskArn(task.id())))
                .toList();
        return AwsResponse.json(Map.of("taskArns", arns));
    }

    private AwsResponse describeTasks(AwsRequest request, JsonNode body) {
        requireCluster(request, body);
        var found = new ArrayList<Map<String, Object>>();
        var missing = new ArrayList<Map<String, Object>>();
        for (var asked : body.path("tasks")) {
            var id = lastPart(asked.asText());
            var task = inCluster(request, cluster(body)).stream()
                    .flatMap(service -> service.task(id).map(one -> EcsJson.task(service, one)).stream())
                    .findFirst();
            task.ifPresentOrElse(found::add, () -> missing.add(Map.of("arn", asked.asText(), "reason", "MISSING")));
        }
        return AwsResponse.json(new LinkedHashMap<>(Map.of("tasks", found, "failures", missing)));
    }

    private void requireCluster(AwsRequest request, JsonNode body) {
        if (inCluster(request, cluster(body)).isEmpty()) {
            throw AwsError.badRequest("ClusterNotFoundException", "Cluster not found.");
        }
    }

    private static String cluster(JsonNode body) {
        return body.path("cluster").asText("default");
    }

    private Optional<Service> find(AwsRequest request, JsonNode body, String service) {
        return inCluster(request, cluster(body)).stream()
                .filter(each -> matches(each, service))
                .findFirst();
    }

    private List<Service> inCluster(AwsRequest request, String cluster) {
        return services.stream()
                .filter(each -> each.name().region().equals(request.region().name()))
                .filter(each -> each.name().account().equals(request.account()))
                .filter(each -> each.name().cluster().equals(lastPart(cluster)))
                .toList();
    }

    private static boolean matches(Service service, String nameOrArn) {
        return service.name().service().equals(lastPart(nameOrArn));
    }

    private static String lastPart(String nameOrArn) {
        return nameOrArn.substring(nameOrArn.lastIndexOf('/') + 1);
    }
}
