package io.lifeboat.sandbox.elb;

import io.lifeboat.sandbox.endpoint.AwsError;
import io.lifeboat.sandbox.endpoint.AwsRequest;
import io.lifeboat.sandbox.endpoint.AwsResponse;
import io.lifeboat.sandbox.endpoint.AwsService;
import io.lifeboat.sandbox.endpoint.Protocol;
import io.lifeboat.sandbox.endpoint.Xml;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Elastic Load Balancing's API: how healthy the targets are. */
public final class ElasticLoadBalancing implements AwsService {

    private static final String NAMESPACE = "http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/";

    private final Map<String, TargetGroup> groups;

    public ElasticLoadBalancing(Collection<TargetGroup> groups) {
        this.groups = groups.stream().collect(Collectors.toUnmodifiableMap(TargetGroup::arn, Function.identity()));
    }

    @Override
    public String signingName() {
        return "elasticloadbalancing";
    }

    @Override
    public Protocol protocol() {
        return Protocol.QUERY;
    }

    @Override
    public AwsResponse handle(AwsRequest request) {
        if (!request.operation().equals("DescribeTargetHealth")) {
            throw AwsError.badRequest("InvalidAction", "the sandbox has no " + request.operation());
        }
        var group = groups.get(request.parameter("TargetGroupArn"));
        if (group == null || !group.arn().split(":")[3].equals(request.region().name())) {
            throw AwsError.badRequest("TargetGroupNotFound", "One or more target groups not found");
        }
        return AwsResponse.query(
                request,
                NAMESPACE,
                Xml.list("TargetHealthDescriptions", group.states().entrySet(), each -> Xml.element("member")
                        .add(Xml.element("Target")
                                .with("Id", each.getKey().address())
                                .with("Port", each.getKey().port()))
                        .with("HealthCheckPort", each.getKey().port())
                        .add(Xml.element("TargetHealth")
                                .with("State", each.getValue().wireName())
                                .with("Reason", reason(each.getValue())))));
    }

    private static @Nullable String reason(TargetState state) {
        return switch (state) {
            case INITIAL -> "Elb.InitialHealthChecking";
            case HEALTHY -> null;
            case UNHEALTHY -> "Target.FailedHealthChecks";
            case DRAINING -> "Target.DeregistrationInProgress";
        };
    }
}
