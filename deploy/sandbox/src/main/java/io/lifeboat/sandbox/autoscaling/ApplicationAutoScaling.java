package io.lifeboat.sandbox.autoscaling;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.sandbox.cloud.Effects;
import io.lifeboat.sandbox.ecs.Service;
import io.lifeboat.sandbox.endpoint.AwsError;
import io.lifeboat.sandbox.endpoint.AwsRequest;
import io.lifeboat.sandbox.endpoint.AwsResponse;
import io.lifeboat.sandbox.endpoint.AwsService;
import io.lifeboat.sandbox.endpoint.Protocol;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Application Auto Scaling for ECS services. Registering a target again sets new limits, and a service outside them is
 * brought back within at once (API reference, {@code RegisterScalableTarget}).
 */
public final class ApplicationAutoScaling implements AwsService {

    private static final String ECS = "ecs";
    private static final String DESIRED_COUNT = "ecs:service:DesiredCount";

    private record Key(String region, String resourceId) {}

    private final Map<Key, Service> services = new ConcurrentHashMap<>();
    private final Map<Key, ScalableTarget> targets = new ConcurrentHashMap<>();
    private final InstantSource clock;
    private final Effects effects;

    public ApplicationAutoScaling(InstantSource clock, Effects effects) {
        this.clock = clock;
        this.effects = effects;
    }

    /** Registers a service with its first limits. */
    public void scale(String region, Service service, int minimum, int maximum) {
        var key = new Key(region, service.name().scalableId());
        services.put(key, service);
        targets.put(key, new ScalableTarget(key.resourceId(), minimum, maximum, clock.instant()));
    }

    @Override
    public String signingName() {
        return "application-autoscaling";
    }

    @Override
    public Protocol protocol() {
        return Protocol.JSON;
    }

    @Override
    public AwsResponse handle(AwsRequest request) {
        var body = request.json();
        if (!ECS.equals(body.path("ServiceNamespace").asText())) {
            throw invalid("ServiceNamespace must be ecs, the sandbox scales nothing else");
        }
        return switch (request.operation()) {
            case "DescribeScalableTargets" -> describe(request, body);
            case "RegisterScalableTarget" -> register(request, body);
            default ->
                throw AwsError.badRequest("UnknownOperationException", "the sandbox has no " + request.operation());
        };
    }

    private AwsResponse describe(AwsRequest request, JsonNode body) {
        var region = request.region().name();
        var ids = body.path("ResourceIds");
        var found = targets.entrySet().stream()
                .filter(each -> each.getKey().region().equals(region))
                .filter(each -> ids.isEmpty() || contains(ids, each.getKey().resourceId()))
                .map(each -> json(request, each.getValue()))
                .toList();
        return AwsResponse.json(Map.of("ScalableTargets", found));
    }

    private static boolean contains(JsonNode ids, String id) {
        for (var each : ids) {
            if (each.asText().equals(id)) {
                return true;
            }
        }
        return false;
    }

    private AwsResponse register(AwsRequest request, JsonNode body) {
        var key = new Key(request.region().name(), body.path("ResourceId").asText());
        var service = Optional.ofNullable(services.get(key))
                .orElseThrow(() -> invalid("ECS service doesn't exist: " + key.resourceId()));
        var before = targets.get(key);
        ScalableTarget after;
        try {
            after = new ScalableTarget(
                    key.resourceId(),
                    body.path("MinCapacity").asInt(before.minimum()),
                    body.path("MaxCapacity").asInt(before.maximum()),
                    before.createdAt());
        } catch (IllegalArgumentException refused) {
            throw invalid(String.valueOf(refused.getMessage()));
        }
        targets.put(key, after);
        if (!after.equals(before)) {
            effects.count("application-autoscaling:" + key.region() + ":" + key.resourceId(), "register");
        }
        service.desire(after.clamp(service.desiredCount()));
        return AwsResponse.json(Map.of("ScalableTargetARN", arn(request, after)));
    }

    private static Map<String, Object> json(AwsRequest request, ScalableTarget target) {
        var json = new LinkedHashMap<String, Object>();
        json.put("ServiceNamespace", ECS);
        json.put("ResourceId", target.resourceId());
        json.put("ScalableDimension", DESIRED_COUNT);
        json.put("MinCapacity", target.minimum());
        json.put("MaxCapacity", target.maximum());
        json.put("RoleARN", "arn:aws:iam::" + request.account() + ":role/ecs-autoscaling");
        json.put("CreationTime", target.createdAt().toEpochMilli() / 1000.0);
        json.put(
                "SuspendedState",
                Map.of(
                        "DynamicScalingInSuspended", false,
                        "DynamicScalingOutSuspended", false,
                        "ScheduledScalingSuspended", false));
        json.put("ScalableTargetARN", arn(request, target));
        return json;
    }

    private static String arn(AwsRequest request, ScalableTarget target) {
        return "arn:aws:application-autoscaling:" + request.region().name() + ":" + request.account()
                + ":scalable-target/" + Integer.toHexString(target.resourceId().hashCode());
    }

    private static AwsError invalid(String message) {
        return AwsError.badRequest("ValidationException", message);
    }
}
