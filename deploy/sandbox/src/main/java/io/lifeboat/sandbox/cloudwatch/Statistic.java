package io.lifeboat.sandbox.cloudwatch;

import io.lifeboat.sandbox.endpoint.AwsError;
import io.lifeboat.sandbox.rds.ReplicationLag;
import java.time.Duration;
import java.time.Instant;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How the samples of one period become one value. A point's time is the start of its period. */
enum Statistic {
    MAXIMUM,
    MINIMUM,
    AVERAGE;

    static Statistic named(String name) {
        return switch (name) {
            case "Maximum" -> MAXIMUM;
            case "Minimum" -> MINIMUM;
            case "Average" -> AVERAGE;
            default -> throw AwsError.badRequest("ValidationError", "the sandbox does not know the statistic " + name);
        };
    }

    /** Points in milliseconds, oldest first. */
    List<Map.Entry<Instant, Double>> points(List<ReplicationLag.Sample> samples, Duration period) {
        return samples.stream()
                .collect(Collectors.groupingBy(
                        sample -> start(sample.at(), period),
                        TreeMap::new,
                        Collectors.summarizingDouble(sample -> sample.lag().toMillis())))
                .entrySet()
                .stream()
                .map(entry -> Map.entry(entry.getKey(), of(entry.getValue())))
                .toList();
    }

    private double of(DoubleSummaryStatistics values) {
        return switch (this) {
            case MAXIMUM -> values.getMax();
            case MINIMUM -> values.getMin();
            case AVERAGE -> values.getAverage();
        };
    }

    private static Instant start(Instant at, Duration period) {
        long seconds = period.toSeconds();
        return Instant.ofEpochSecond(at.getEpochSecond() / seconds * seconds);
    }
}
