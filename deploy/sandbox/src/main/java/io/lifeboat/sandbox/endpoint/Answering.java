package io.lifeboat.sandbox.endpoint;

import io.lifeboat.sandbox.cloud.Cloud;
import io.lifeboat.sandbox.cloud.Place;
import io.lifeboat.sandbox.cloud.Region;
import io.lifeboat.sandbox.fault.ApiFault;
import io.lifeboat.sandbox.fault.ApiFaults;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What stands between a request that was read and its service, in this order: the region that cannot be reached, the
 * fault asked for, the credentials' end, the role's rights.
 */
final class Answering {

    /** Longer than any client waits. */
    private static final Duration NEVER = Duration.ofMinutes(15);

    private final Cloud cloud;
    private final ApiFaults faults;
    private final Map<String, AwsResponse> lastAnswers = new ConcurrentHashMap<>();

    Answering(Cloud cloud, ApiFaults faults) {
        this.cloud = cloud;
        this.faults = faults;
    }

    AwsResponse answer(AwsService service, AwsRequest request, InetAddress calledAt) throws InterruptedException {
        Region region = request.region();
        awaitRegion(service, request, calledAt);
        if (region.failsThisTime()) {
            throw new AwsError("ServiceUnavailable", "the region " + region + " is degraded", 503);
        }
        Optional<ApiFault> fault =
                faults.strike(service.signingName(), service.policyName(), request.operation(), region.name());
        return fault.isPresent() ? answer(service, request, fault.get()) : remember(request, call(service, request));
    }

    private AwsResponse answer(AwsService service, AwsRequest request, ApiFault fault) throws InterruptedException {
        switch (fault.kind()) {
            case THROTTLE -> throw throttled(service.protocol());
            case SLOW -> Thread.sleep(fault.delay());
            case TIMEOUT_BEFORE_APPLY -> Thread.sleep(NEVER);
            case TIMEOUT_AFTER_APPLY -> {
                call(service, request);
                Thread.sleep(NEVER);
            }
            case STALE -> {
                AwsResponse old = lastAnswers.get(key(request));
                if (old != null) {
                    return old;
                }
            }
        }
        return remember(request, call(service, request));
    }

    private AwsResponse call(AwsService service, AwsRequest request) {
        if (request.principal().expires() != null
                && !cloud.clock().instant().isBefore(request.principal().expires())) {
            String code = service.protocol() == Protocol.JSON ? "ExpiredTokenException" : "ExpiredToken";
            throw new AwsError(code, "The security token included in the request is expired", 403);
        }
        if (!request.principal().may(service.policyName(), request.operation())) {
            String code = service.protocol() == Protocol.JSON ? "AccessDeniedException" : "AccessDenied";
            String message = "User: " + request.principal().arn() + " is not authorized to perform: "
                    + service.policyName() + ":" + request.operation();
            throw new AwsError(code, message, service.protocol() == Protocol.JSON ? 400 : 403);
        }
        return service.handle(request);
    }

    // A lost region does not refuse: the caller's own time-out is what ends the call. It is not applied late either.
    private void awaitRegion(AwsService service, AwsRequest request, InetAddress calledAt) throws InterruptedException {
        Region region = request.region();
        boolean dataPlane = service.isDataPlane(request.operation());
        boolean answers = cloud.reach().isOpen(calledAt, region.address(Place.LOAD_BALANCER_HOST))
                && (dataPlane || !region.isControlPlaneLost());
        if (!answers) {
            Thread.sleep(NEVER);
            throw new AwsError("ServiceUnavailable", "the region " + region + " did not answer", 503);
        }
    }

    private AwsResponse remember(AwsRequest request, AwsResponse response) {
        String operation = request.operation();
        if (operation.startsWith("Describe") || operation.startsWith("Get") || operation.startsWith("List")) {
            lastAnswers.put(key(request), response);
        }
        return response;
    }

    // By what it looks at, not by the exact parameters: times in them would make every question a new one.
    private static String key(AwsRequest request) {
        return String.join(
                " ",
                request.service(),
                request.region().name(),
                request.account(),
                request.operation(),
                request.path());
    }

    private static AwsError throttled(Protocol protocol) {
        return switch (protocol) {
            case QUERY, REST_XML -> new AwsError("Throttling", "Rate exceeded", 400);
            case JSON -> new AwsError("ThrottlingException", "Rate exceeded", 400);
            case S3 -> new AwsError("SlowDown", "Please reduce your request rate.", 503);
        };
    }
}
