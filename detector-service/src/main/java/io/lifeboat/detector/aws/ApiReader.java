package io.lifeboat.detector.aws;

import io.lifeboat.contract.plan.AwsApi;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;

/** Asks one API of a region for next to nothing, to see whether it answers. */
public final class ApiReader {

    /** The least that DescribeDBClusters takes. */
    private static final int FEWEST_CLUSTERS = 20;

    private final SdkCalls calls;
    private final AwsClients clients;

    /** Asks through these clients. */
    public ApiReader(SdkCalls calls, AwsClients clients) {
        this.calls = calls;
        this.clients = clients;
    }

    /**
     * How an API answers; never fails.
     *
     * @param role the role to ask in, or empty for the detector's own credentials; STS is asked with those in any case
     */
    public Future<ApiAnswer> ask(AwsApi service, Optional<String> role, String region, Duration within) {
        String what = "%s in %s".formatted(name(service), region);
        return call(service, role, region, within)
                .map(answer -> ApiAnswer.good(what))
                .otherwise(failure -> ApiAnswer.failed(what, failure));
    }

    private Future<?> call(AwsApi service, Optional<String> role, String region, Duration within) {
        return switch (service) {
            case RDS ->
                calls.send(
                        () -> clients.rds(role, region).describeDBClusters(ask -> ask.maxRecords(FEWEST_CLUSTERS)),
                        within);
            case ECS -> calls.send(() -> clients.ecs(role, region).listClusters(ask -> ask.maxResults(1)), within);
            case STS -> calls.send(() -> clients.sts(region).getCallerIdentity(), within);
        };
    }

    private static String name(AwsApi service) {
        return switch (service) {
            case RDS -> "rds:DescribeDBClusters";
            case ECS -> "ecs:ListClusters";
            case STS -> "sts:GetCallerIdentity";
        };
    }
}
