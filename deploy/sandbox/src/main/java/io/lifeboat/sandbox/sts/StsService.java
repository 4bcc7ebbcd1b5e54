package io.lifeboat.sandbox.sts;

import io.lifeboat.sandbox.account.Accounts;
import io.lifeboat.sandbox.account.Principal;
import io.lifeboat.sandbox.account.Role;
import io.lifeboat.sandbox.endpoint.AwsError;
import io.lifeboat.sandbox.endpoint.AwsRequest;
import io.lifeboat.sandbox.endpoint.AwsResponse;
import io.lifeboat.sandbox.endpoint.AwsService;
import io.lifeboat.sandbox.endpoint.Protocol;
import io.lifeboat.sandbox.endpoint.Xml;
import java.time.Duration;

/** GetCallerIdentity and AssumeRole. Regional: it answers as long as its own region does. */
public final class StsService implements AwsService {

    private static final String NAMESPACE = "https://sts.amazonaws.com/doc/2011-06-15/";

    /** Between 15 minutes and 12 hours (API model, roleDurationSecondsType). */
    private static final Duration SHORTEST = Duration.ofMinutes(15);

    private static final Duration LONGEST = Duration.ofHours(12);

    private final Accounts accounts;

    public StsService(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public String signingName() {
        return "sts";
    }

    @Override
    public Protocol protocol() {
        return Protocol.QUERY;
    }

    @Override
    public boolean isDataPlane(String operation) {
        return true;
    }

    @Override
    public AwsResponse handle(AwsRequest request) {
        return switch (request.operation()) {
            case "GetCallerIdentity" -> identity(request);
            case "AssumeRole" -> assume(request);
            default ->
                throw AwsError.badRequest("InvalidAction", "the sandbox's STS does not know " + request.operation());
        };
    }

    private static AwsResponse identity(AwsRequest request) {
        Principal principal = request.principal();
        return AwsResponse.query(
                request,
                NAMESPACE,
                Xml.text("Arn", principal.arn()),
                Xml.text("UserId", principal.userId()),
                Xml.text("Account", principal.account()));
    }

    private AwsResponse assume(AwsRequest request) {
        String arn = request.parameter("RoleArn");
        Role role = accounts.role(arn)
                .orElseThrow(() -> new AwsError(
                        "AccessDenied",
                        "User: " + request.principal().arn()
                                + " is not authorized to perform: sts:AssumeRole on resource: " + arn,
                        403));
        Duration duration = request.find("DurationSeconds")
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(Duration.ofHours(1));
        if (duration.compareTo(SHORTEST) < 0 || duration.compareTo(LONGEST) > 0) {
            throw AwsError.badRequest("ValidationError", "DurationSeconds must be 900 to 43200");
        }
        Accounts.Session session = accounts.assume(role, request.parameter("RoleSessionName"), duration);
        Xml credentials = Xml.element("Credentials")
                .with("AccessKeyId", session.accessKeyId())
                .with("SecretAccessKey", session.secretAccessKey())
                .with("SessionToken", session.token())
                .with("Expiration", session.principal().expires());
        Xml user = Xml.element("AssumedRoleUser")
                .with("AssumedRoleId", session.principal().userId())
                .with("Arn", session.principal().arn());
        return AwsResponse.query(request, NAMESPACE, credentials, user);
    }
}
