package io.lifeboat.detector.aws;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/** Reads a global database's members and its replication lag. */
public final class AuroraReader {

    /** Wide, because the two ends are told by this machine's clock and the samples are stamped by another. */
    private static final Duration LOOKED_BACK = Duration.ofMinutes(15);

    private static final Duration LOOKED_AHEAD = Duration.ofMinutes(5);

    private static final double NANOS_IN_A_MILLISECOND = 1_000_000.0;

    private final Vertx vertx;
    private final AwsClients clients;
    private final InstantSource clock;
    private final Duration period;

    /**
     * Reads through these clients.
     *
     * @param period how finely samples are asked for: a minute on AWS
     */
    public AuroraReader(Vertx vertx, AwsClients clients, InstantSource clock, Duration period) {
        this.vertx = vertx;
        this.clients = clients;
        this.clock = clock;
        this.period = period;
    }

    /**
     * The members of a global database as one region tells them.
     *
     * @param role the role to look in, or empty for the detector's own credentials
     */
    public Future<GlobalCluster> members(String globalCluster, Optional<String> role, String region, Duration within) {
        return call(
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
        return call(
                        () -> clients.cloudWatch(role, secondary.region()).getMetricData(question(secondary.cluster())),
                        within)
                .map(this::latest);
    }

    private GetMetricDataRequest question(String cluster) {
        Instant now = clock.instant();
        return GetMetricDataRequest.builder()
                .startTime(now.minus(LOOKED_BACK))
                .endTime(now.plus(LOOKED_AHEAD))
                .scanBy(ScanBy.TIMESTAMP_DESCENDING)
                .metricDataQueries(query -> query.id("lag").returnData(true).metricStat(stat -> stat.stat(
                                Statistic.MAXIMUM.toString())
                        .period(Math.toIntExact(period.toSeconds()))
                        .metric(metric -> metric.namespace("AWS/RDS")
                                .metricName("AuroraGlobalDBRPOLag")
                                .dimensions(dimension ->
                                        dimension.name("DBClusterIdentifier").value(cluster)))))
                .build();
    }

    private Optional<LagSample> latest(GetMetricDataResponse answer) {
        Instant asked = answered(answer).orElseGet(clock::instant);
        return answer.metricDataResults().stream()
                .filter(result -> !result.timestamps().isEmpty())
                .findFirst()
                .map(result -> sample(result, asked));
    }

    private static LagSample sample(MetricDataResult result, Instant asked) {
        List<Instant> times = result.timestamps();
        int newest = 0;
        for (int i = 1; i < times.size(); i++) {
            newest = times.get(i).isAfter(times.get(newest)) ? i : newest;
        }
        Duration age = Duration.between(times.get(newest), asked);
        return new LagSample(
                Duration.ofNanos(Math.round(result.values().get(newest) * NANOS_IN_A_MILLISECOND)),
                age.isNegative() ? Duration.ZERO : age);
    }

    /** When CloudWatch answered, by its own clock: the sample's age must not mix two clocks. */
    private static Optional<Instant> answered(GetMetricDataResponse answer) {
        return answer.sdkHttpResponse().firstMatchingHeader("Date").flatMap(date -> {
            try {
                return Optional.of(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant());
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        });
    }

    /** The SDK may block while it finds credentials, so it is called on a worker; the answer comes back on the caller's context. */
    private <T> Future<T> call(Callable<CompletableFuture<T>> call, Duration within) {
        Context context = vertx.getOrCreateContext();
        return vertx.executeBlocking(call, false)
                .compose(answer -> Future.fromCompletionStage(answer, context))
                .timeout(Math.max(1, within.toMillis()), TimeUnit.MILLISECONDS);
    }
}
