package io.lifeboat.sandbox.rds;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * AuroraGlobalDBRPOLag, measured: how long ago the writer stood where the secondary stands now. It is published in the
 * secondary's region under the secondary's id, and nothing is published while the two do not reach each other.
 */
public final class ReplicationLag {

    /** What was measured, and where. */
    public record Sample(Instant at, Duration lag, String region, String cluster) {}

    private record Mark(Instant at, long position) {}

    private static final Logger log = LoggerFactory.getLogger(ReplicationLag.class);
    private static final Duration KEEP = Duration.ofMinutes(30);

    private final GlobalCluster global;
    private final Deque<Mark> marks = new ArrayDeque<>();
    private final Deque<Sample> samples = new ConcurrentLinkedDeque<>();
    private @Nullable Connection toWriter;
    private @Nullable Connection toSecondary;
    private @Nullable AuroraCluster markedWriter;

    ReplicationLag(GlobalCluster global) {
        this.global = global;
    }

    /** All samples kept, oldest first. */
    public List<Sample> samples() {
        return List.copyOf(samples);
    }

    /** Notes where the writer stands; and how far behind the secondary is, when {@code publish}. */
    synchronized void look(Instant now, boolean publish) {
        AuroraCluster writer = global.writer();
        AuroraCluster secondary = global.secondary();
        boolean connected = secondary.reaches(writer)
                && "connected".equals(global.synchronization(secondary))
                && global.change() instanceof Change.None;
        if (!connected || writer != markedWriter) {
            forget(writer);
        }
        if (!connected) {
            return;
        }
        try {
            toWriter = usable(toWriter, writer);
            toSecondary = usable(toSecondary, secondary);
            long replayed = AuroraCluster.position(toSecondary);
            marks.addLast(new Mark(now, AuroraCluster.position(toWriter)));
            trim(now, replayed);
            if (publish) {
                samples.addLast(
                        new Sample(now, lag(now, replayed), secondary.region().name(), secondary.id()));
            }
        } catch (SQLException e) {
            log.debug("The lag could not be measured", e);
            forget(writer);
        }
    }

    // Lost would be what was written after the last moment at which the writer stood no further than the secondary now.
    private Duration lag(Instant now, long replayed) {
        Mark newest = marks.getLast();
        if (newest.position() <= replayed) {
            return Duration.ZERO;
        }
        return marks.reversed().stream()
                .filter(mark -> mark.position() <= replayed)
                .findFirst()
                .map(mark -> Duration.between(mark.at(), now))
                .orElseGet(() -> Duration.between(marks.getFirst().at(), now));
    }

    private void trim(Instant now, long replayed) {
        // The newest mark that was reached stays: the lag counts from it.
        while (marks.size() > 1 && second().position() <= replayed) {
            marks.removeFirst();
        }
        samples.removeIf(sample -> sample.at().isBefore(now.minus(KEEP)));
    }

    private Mark second() {
        var iterator = marks.iterator();
        iterator.next();
        return iterator.next();
    }

    private static Connection usable(@Nullable Connection connection, AuroraCluster cluster) throws SQLException {
        return connection != null && !connection.isClosed()
                ? connection
                : cluster.server().connect("postgres");
    }

    private void forget(AuroraCluster writer) {
        marks.clear();
        markedWriter = writer;
        toWriter = closed(toWriter);
        toSecondary = closed(toSecondary);
    }

    private static @Nullable Connection closed(@Nullable Connection connection) {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                log.debug("A connection was gone already", e);
            }
        }
        return null;
    }
}
