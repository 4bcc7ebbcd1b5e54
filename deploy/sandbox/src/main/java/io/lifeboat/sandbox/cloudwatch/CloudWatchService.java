package io.lifeboat.sandbox.cloudwatch;

import io.lifeboat.sandbox.account.Accounts;
import io.lifeboat.sandbox.endpoint.AwsError;
import io.lifeboat.sandbox.endpoint.AwsRequest;
import io.lifeboat.sandbox.endpoint.AwsResponse;
import io.lifeboat.sandbox.endpoint.AwsService;
import io.lifeboat.sandbox.endpoint.Protocol;
import io.lifeboat.sandbox.endpoint.Xml;
import io.lifeboat.sandbox.rds.ReplicationLag;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * GetMetricData for {@code AuroraGlobalDBRPOLag} (milliseconds), published in the secondary's region only, under the
 * secondary cluster's identifier ("Amazon CloudWatch metrics for Amazon Aurora", Aurora User Guide).
 */
public final class CloudWatchService implements AwsService {

    private static final String NAMESPACE = "http://monitoring.amazonaws.com/doc/2010-08-01/";
    private static final String METRIC = "AuroraGlobalDBRPOLag";

    private record Query(String id, String metric, String cluster, Duration period, Statistic statistic) {}

    private final ReplicationLag lag;

    public CloudWatchService(ReplicationLag lag) {
        this.lag = lag;
    }

    @Override
    public String signingName() {
        return "monitoring";
    }

    @Override
    public String policyName() {
        return "cloudwatch";
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
        if (!request.operation().equals("GetMetricData")) {
            throw AwsError.badRequest("InvalidAction", "the sandbox's CloudWatch does not know " + request.operation());
        }
        Instant start = instant(request, "StartTime");
        Instant end = instant(request, "EndTime");
        boolean ascending =
                request.find("ScanBy").map("TimestampAscending"::equals).orElse(false);
        List<Xml> results = new ArrayList<>();
        for (Query query : queries(request)) {
            List<ReplicationLag.Sample> samples = lag.samples().stream()
                    .filter(sample -> isAsked(sample, query, request))
                    .filter(sample ->
                            !sample.at().isBefore(start) && sample.at().isBefore(end))
                    .toList();
            List<Map.Entry<Instant, Double>> points = query.statistic().points(samples, query.period());
            results.add(result(query, ascending ? points : points.reversed()));
        }
        return AwsResponse.query(
                request, NAMESPACE, Xml.element("MetricDataResults").add(results.toArray(Xml[]::new)));
    }

    private static boolean isAsked(ReplicationLag.Sample sample, Query query, AwsRequest request) {
        return request.account().equals(Accounts.SHOP)
                && query.metric().equals(METRIC)
                && sample.region().equals(request.region().name())
                && sample.cluster().equals(query.cluster());
    }

    private static Xml result(Query query, List<Map.Entry<Instant, Double>> points) {
        return Xml.element("member")
                .with("Id", query.id())
                .with("Label", query.metric())
                .add(Xml.list("Timestamps", points, point -> Xml.text("member", point.getKey())))
                .add(Xml.list("Values", points, point -> Xml.text("member", point.getValue())))
                .with("StatusCode", "Complete");
    }

    private static List<Query> queries(AwsRequest request) {
        List<Query> queries = new ArrayList<>();
        for (int i = 1; request.find("MetricDataQueries.member." + i + ".Id").isPresent(); i++) {
            String query = "MetricDataQueries.member." + i + ".";
            String stat = query + "MetricStat.";
            queries.add(new Query(
                    request.parameter(query + "Id"),
                    request.parameter(stat + "Metric.MetricName"),
                    dimension(request, stat + "Metric.Dimensions.member.").orElse(""),
                    Duration.ofSeconds(Long.parseLong(request.parameter(stat + "Period"))),
                    Statistic.named(request.parameter(stat + "Stat"))));
        }
        if (queries.isEmpty()) {
            throw AwsError.badRequest("ValidationError", "MetricDataQueries must have at least one member");
        }
        return queries;
    }

    // A metric is one set of dimensions: with any other set there are no data, as with AWS.
    private static Optional<String> dimension(AwsRequest request, String prefix) {
        boolean single = request.find(prefix + "2.Name").isEmpty();
        return request.find(prefix + "1.Name")
                .filter(name -> single && name.equals("DBClusterIdentifier"))
                .flatMap(name -> request.find(prefix + "1.Value"));
    }

    private static Instant instant(AwsRequest request, String parameter) {
        try {
            return Instant.parse(request.parameter(parameter));
        } catch (DateTimeParseException e) {
            throw AwsError.badRequest(
                    "InvalidParameterValue", parameter + " is no time: " + request.parameter(parameter));
        }
    }
}
