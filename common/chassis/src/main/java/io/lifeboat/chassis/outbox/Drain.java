package io.lifeboat.chassis.outbox;

import io.lifeboat.chassis.broker.Sender;
import io.lifeboat.chassis.crash.CrashPoint;
import io.lifeboat.chassis.sequence.InTurn;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jboss.logging.Logger;

/**
 * Sends one batch of waiting rows and deletes what the broker acknowledged, under a lock that makes it the only relay of
 * the service. A crash between acknowledgement and deletion sends a row again; consumers know it by its id.
 */
@ApplicationScoped
@IfBuildProperty(name = "quarkus.datasource.db-kind", stringValue = "postgresql")
class Drain {

    private static final Logger LOG = Logger.getLogger(Drain.class);
    private static final int BATCH = 500;

    /**
     * No batch goes on sending after this: while it sends, its transaction is idle, and a session that is idle in a
     * transaction for long is taken for one of a process that stands still (see the chassis' settings).
     */
    private static final Duration LONGEST_SENDING = Duration.ofSeconds(5);

    /**
     * Takes the relay's lock. That rows were deleted need not wait for the disk: a deletion that is lost sends a row again,
     * as a crash before it does.
     */
    private static final String BEGIN = "SELECT"
            + " pg_try_advisory_xact_lock(hashtextextended(current_schema() || '/outbox relay', 1)),"
            + " set_config('synchronous_commit', 'off', true)";

    private static final String READ = "SELECT id, topic, application, headers, body,"
            + " (extract(epoch FROM clock_timestamp() - created_at) * 1000)::bigint AS waited"
            + " FROM outbox WHERE refused IS NULL"
            + " ORDER BY position LIMIT " + BATCH;

    /** What became of a batch. */
    enum Outcome {
        /** Nothing waits. */
        EMPTY,
        /** A whole batch went; more may wait. */
        MORE,
        /** Another instance sends just now. */
        BUSY,
        /** The broker did not take all of it. */
        STUCK
    }

    private final Pool pool;
    private final Sender sender;

    /** Whether another instance had the lock when it was last asked for. */
    private volatile boolean busy;

    @Inject
    Drain(Pool pool, Sender sender) {
        this.pool = pool;
        this.sender = sender;
    }

    Uni<Outcome> batch() {
        return pool.withTransaction(connection -> busy ? patiently(connection) : atOnce(connection));
    }

    /**
     * Asks for the lock and the rows behind one another without waiting. The rows are read by a statement of their own, which
     * sees what the relay before this one deleted before it let go of the lock.
     */
    private Uni<Outcome> atOnce(SqlConnection connection) {
        return Uni.combine()
                .all()
                .unis(
                        connection.query(BEGIN).execute(),
                        connection.preparedQuery(READ).execute())
                .asTuple()
                .chain(answers -> mine(answers.getItem1()) ? send(connection, answers.getItem2()) : busy());
    }

    /** Reads nothing before it has the lock: while another instance sends, it is asked for often. */
    private Uni<Outcome> patiently(SqlConnection connection) {
        return connection
                .query(BEGIN)
                .execute()
                .chain(answer -> mine(answer)
                        ? connection.preparedQuery(READ).execute().chain(rows -> send(connection, rows))
                        : busy());
    }

    private boolean mine(RowSet<Row> answer) {
        busy = !answer.iterator().next().getBoolean(0);
        return !busy;
    }

    private static Uni<Outcome> busy() {
        return Uni.createFrom().item(Outcome.BUSY);
    }

    private Uni<Outcome> send(SqlConnection connection, RowSet<Row> rows) {
        List<Waiting> waiting = new ArrayList<>();
        rows.forEach(row -> waiting.add(Waiting.of(row)));
        if (waiting.isEmpty()) {
            return Uni.createFrom().item(Outcome.EMPTY);
        }
        Batch batch = new Batch();
        return InTurn.each(Waiting.rounds(waiting), round -> round(round, batch))
                .chain(() -> settle(connection, batch))
                .replaceWith(() -> batch.outcome(waiting.size()));
    }

    private Uni<Void> round(List<Waiting> round, Batch batch) {
        List<Uni<Void>> sends = round.stream()
                .filter(row -> !batch.isLate() && !batch.isBroken(row.application()))
                .map(row -> one(row, batch))
                .toList();
        return sends.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join().all(sends).andCollectFailures().replaceWithVoid();
    }

    /** Later rows of an application whose row did not go must wait behind it. */
    private Uni<Void> one(Waiting row, Batch batch) {
        return Uni.createFrom()
                .deferred(() -> batch.isAway()
                        ? Uni.createFrom().<Void>failure(new IllegalStateException("the broker is away"))
                        : send(row))
                .invoke(() -> batch.sent(row))
                .onFailure()
                .recoverWithItem(failure -> {
                    batch.failed(row, failure);
                    return null;
                });
    }

    private Uni<Void> send(Waiting row) {
        CrashPoint.BEFORE_SEND.passed(row.type());
        return sender.send(row.topic(), row.application(), row.headers(), row.body())
                .invoke(() -> CrashPoint.AFTER_SEND.passed(row.type()));
    }

    private static Uni<Void> settle(SqlConnection connection, Batch batch) {
        Uni<Void> deleted = batch.sent.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection
                        .preparedQuery("DELETE FROM outbox WHERE id = ANY($1)")
                        .execute(Tuple.of(batch.sent.toArray(UUID[]::new)))
                        .replaceWithVoid();
        return InTurn.each(batch.refused, refused -> refuse(connection, refused))
                .chain(() -> deleted);
    }

    private static Uni<Void> refuse(SqlConnection connection, Refused refused) {
        return connection
                .preparedQuery("UPDATE outbox SET refused = $2 WHERE id = $1")
                .execute(Tuple.of(refused.id(), refused.reason()))
                .replaceWithVoid();
    }

    private record Refused(UUID id, String reason) {}

    /** What happened so far; acknowledgements arrive on the producer's thread. */
    private static final class Batch {

        private final List<UUID> sent = new ArrayList<>();
        private final List<Refused> refused = new ArrayList<>();
        private final Set<String> broken = new HashSet<>();
        private final long startedNanos = System.nanoTime();
        private boolean away;

        /** The rows that are left go with the next batch, in their order. */
        boolean isLate() {
            return System.nanoTime() - startedNanos > LONGEST_SENDING.toNanos();
        }

        synchronized boolean isBroken(String application) {
            return broken.contains(application);
        }

        /** Each send to a broker that is away blocks for seconds: one is enough to know. */
        synchronized boolean isAway() {
            return away;
        }

        synchronized void sent(Waiting row) {
            sent.add(row.id());
        }

        synchronized void failed(Waiting row, Throwable failure) {
            if (failure instanceof RecordTooLargeException || failure instanceof InvalidTopicException) {
                LOG.errorf(
                        "outbox: row %s for topic %s is kept and never sent: %s",
                        row.id(), row.topic(), failure.getMessage());
                refused.add(new Refused(row.id(), String.valueOf(failure.getMessage())));
            } else {
                if (broken.isEmpty()) {
                    LOG.warnf("outbox: the broker does not take messages: %s; they wait", failure.getMessage());
                }
                broken.add(row.application());
                away = true;
            }
        }

        synchronized Outcome outcome(int read) {
            if (!broken.isEmpty()) {
                return Outcome.STUCK;
            }
            return read == BATCH || sent.size() + refused.size() < read ? Outcome.MORE : Outcome.EMPTY;
        }
    }
}
