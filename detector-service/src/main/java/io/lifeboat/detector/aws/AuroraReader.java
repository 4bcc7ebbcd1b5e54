package io.lifeboat.detector.aws;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/** Reads a global database's members and its replication lag. */
public final class AuroraReader {

    /** Wide, because the two ends are told by this machine's clock and the samples are stamped by another. */
    private static final Duration LOOKED_BACK = Duration.ofMinutes(15);

    private static final Duration LOOKED_AHEAD = Duration.ofMinutes(5);

    private static final Duration FINE = Duration.ofSeconds(1);
    private static final Duration COARSE = Duration.ofMinutes(1);

    private static final double NANOS_IN_A_MILLISECOND = 1_000_000.0;

    private final SdkCalls calls;
    private final AwsClients clients;
    private final InstantSource clock;

    /** Reads through these clients. */
    public AuroraReader(SdkCalls calls, AwsClients clients, InstantSource clock) {
        this.calls = calls;
        this.clients = clients;
        this.clock = clock;
    }

    /**
     * The members of a global database as one region tells them.
     *
     * @param role the role to look in, or empty for the detector's own credentials
     */
    public Future<GlobalCluster> members(String globalCluster, Optional<String> role, String region, Duration within) {
        return calls.send(
                        () -> clients.rds(role, region)
                                .describeGlobalClusters(ask -> ask.globalClusterIdentifier(globalCluster)),
                        within)
                .map(answer -> GlobalCluster.of(answer.globalClusters().stream()
                        .flatMap(cluster -> cluster.globalClusterMembers().stream())
                        .toList()));
    }

    /**
     * The latest sample of {@code AuroraGlobalDBRPOLag}: milliseconds, published in the secondary's region only, under the
     * secondary cluster's id (Aurora user guide, "Monitoring an Aurora global database").
     *
     * @return empty when nothing was published; that is unknown, and not zero
     */
    public Future<Optional<LagSample>> lag(GlobalCluster.Member secondary, Optional<String> role, Duration within) {
        return calls.send(
                        () -> clients.cloudWatch(role, secondary.region()).getMetricData(question(secondary.cluster())),
                        within)
                .map(this::latest);
    }

    /**
     * Asks for seconds and for minutes in one call. A point's time is the start of its period, so the finer tells a
     * sample's age better; a metric that is kept by the minute only answers the coarser (CloudWatch API, MetricStat).
     */
    private GetMetricDataRequest question(String cluster) {
        Instant now = clock.instant();
        return GetMetricDataRequest.builder()
                .startTime(now.minus(LOOKED_BACK))
                .endTime(now.plus(LOOKED_AHEAD))
                .scanBy(ScanBy.TIMESTAMP_DESCENDING)
                .metricDataQueries(query("seconds", cluster, FINE), query("minutes", cluster, COARSE))
                .build();
    }

    private static MetricDataQuery query(String id, String cluster, Duration period) {
        return MetricDataQuery.builder()
                .id(id)
                .returnData(true)
                .metricStat(stat -> stat.stat(Statistic.MAXIMUM.toString())
                        .period(Math.toIntExact(period.toSeconds()))
                        .metric(metric -> metric.namespace("AWS/RDS")
                                .metricName("AuroraGlobalDBRPOLag")
                                .dimensions(dimension ->
                                        dimension.name("DBClusterIdentifier").value(cluster))))
                .build();
    }

    private Optional<LagSample> latest(GetMetricDataResponse answer) {
        Instant asked = AnsweredAt.of(answer).orElseGet(clock::instant);
        return answer.metricDataResults().stream()
                .flatMap(result -> IntStream.range(0, result.timestamps().size())
                        .mapToObj(i -> new Point(
                                result.timestamps().get(i), result.values().get(i))))
                .max(Comparator.comparing(Point::at))
                .map(newest -> sample(newest, asked));
    }

    private static LagSample sample(Point newest, Instant asked) {
        Duration age = Duration.between(newest.at(), asked);
        return new LagSample(
                Duration.ofNanos(Math.round(newest.milliseconds() * NANOS_IN_A_MILLISECOND)),
                age.isNegative() ? Duration.ZERO : age);
    }

    private record Point(Instant at, double milliseconds) {}
}
