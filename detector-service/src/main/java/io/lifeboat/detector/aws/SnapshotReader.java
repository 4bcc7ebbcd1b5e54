package io.lifeboat.detector.aws;

import io.lifeboat.detector.time.Moment;
import io.lifeboat.detector.time.Ticker;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads which snapshots of a cluster there are. */
public final class SnapshotReader {

    private static final String AVAILABLE = "available";

    private final SdkCalls calls;
    private final AwsClients clients;
    private final Ticker ticker;
    private final InstantSource clock;

    /** Reads through these clients. */
    public SnapshotReader(SdkCalls calls, AwsClients clients, Ticker ticker, InstantSource clock) {
        this.calls = calls;
        this.clients = clients;
        this.ticker = ticker;
        this.clock = clock;
    }

    /**
     * All there were at one moment.
     *
     * @param points those that can be restored
     * @param asked when, by RDS' own clock, so that no age mixes two clocks
     */
    public record Snapshots(List<RecoveryPoint> points, Instant asked) {}

    /**
     * A cluster's snapshots, automated and manual (RDS API reference, DescribeDBClusterSnapshots: without a type both are
     * answered, a hundred a page).
     *
     * @param within for all pages together
     */
    public Future<Snapshots> of(String cluster, Access access, Duration within) {
        return page(cluster, access, ticker.now().plus(within), List.of(), null);
    }

    private Future<Snapshots> page(
            String cluster, Access access, Moment until, List<RecoveryPoint> before, @Nullable String from) {
        Duration left = until.since(ticker.now());
        if (!left.isPositive()) {
            return Future.failedFuture(new TimeoutException());
        }
        return calls.send(
                        () -> clients.rds(access.role(), access.region())
                                .describeDBClusterSnapshots(
                                        ask -> ask.dbClusterIdentifier(cluster).marker(from)),
                        left)
                .compose(answer -> {
                    List<RecoveryPoint> points = Stream.concat(
                                    before.stream(),
                                    answer.dbClusterSnapshots().stream()
                                            .filter(snapshot -> AVAILABLE.equals(snapshot.status()))
                                            .map(snapshot -> new RecoveryPoint(
                                                    snapshot.dbClusterSnapshotIdentifier(),
                                                    snapshot.snapshotCreateTime())))
                            .toList();
                    String next = answer.marker();
                    return next == null || next.isEmpty()
                            ? Future.succeededFuture(
                                    new Snapshots(points, AnsweredAt.of(answer).orElseGet(clock::instant)))
                            : page(cluster, access, until, points, next);
                });
    }
}
