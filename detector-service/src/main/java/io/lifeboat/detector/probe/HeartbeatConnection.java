package io.lifeboat.detector.probe;

import io.lifeboat.contract.plan.Datasource;
import io.lifeboat.detector.network.Secrets.Secret;
import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Tuple;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/** An open connection to whatever the database's name stood for when it was opened. */
final class HeartbeatConnection {

    private static final String CREATE = """
            CREATE TABLE IF NOT EXISTS lifeboat_heartbeat (
                vantage text NOT NULL, since timestamptz NOT NULL, sequence bigint NOT NULL, sent_at timestamptz NOT NULL,
                PRIMARY KEY (vantage, since))""";

    /**
     * One row for each unbroken line of writes. What was written before a break is never overwritten: after a failover it
     * is the newest write of the old writer that the new one has. Goes on from the vantage's highest number, also after
     * a restart of this detector.
     */
    private static final String BEAT = """
            WITH newest AS (SELECT coalesce(max(sequence), 0) AS sequence FROM lifeboat_heartbeat WHERE vantage = $1::text)
            INSERT INTO lifeboat_heartbeat (vantage, since, sequence, sent_at)
            SELECT $1::text, $2::timestamptz, greatest(newest.sequence + 1, $3::bigint), $4::timestamptz FROM newest
            ON CONFLICT (vantage, since) DO UPDATE SET sequence = excluded.sequence, sent_at = excluded.sent_at
            RETURNING sequence""";

    private static final String UNDEFINED_TABLE = "42P01";

    private final PgConnection connection;
    private final Future<Optional<String>> region;

    private HeartbeatConnection(PgConnection connection, Future<Optional<String>> region) {
        this.connection = connection;
        this.region = region;
    }

    /**
     * Looks the name up afresh and connects.
     *
     * @param limit how long any statement may take on the server
     */
    static Future<HeartbeatConnection> open(Datasource datasource, Secret secret, Outside outside, Duration limit) {
        return outside.names().addresses(datasource.host(), limit).compose(answer -> {
            InetAddress address = answer.first();
            Future<Optional<String>> region = regionOf(address, datasource, outside, limit);
            return DatabaseConnections.to(address, datasource, secret, outside, limit)
                    .map(connection -> new HeartbeatConnection(connection, region));
        });
    }

    /**
     * Writes the row and waits for the commit; answers the number the row has now.
     *
     * @param since when this unbroken line of writes began
     */
    Future<Long> beat(String vantage, Instant since, long sequence, Instant sentAt) {
        return write(vantage, since, sequence, sentAt)
                .recover(failure -> failure instanceof PgException database
                                && UNDEFINED_TABLE.equals(database.getSqlState())
                        ? connection.query(CREATE).execute().compose(created -> write(vantage, since, sequence, sentAt))
                        : Future.failedFuture(failure));
    }

    /** The region whose database name stands for the address this is connected to, as far as it is known yet. */
    Optional<String> region() {
        return region.succeeded() ? region.result() : Optional.empty();
    }

    /** Runs that when the other side ends the connection, which it may announce by an error of its own. */
    void onClosed(Runnable reaction) {
        connection.closeHandler(closed -> reaction.run());
        connection.exceptionHandler(announced -> reaction.run());
    }

    void close() {
        connection.close();
    }

    private Future<Long> write(String vantage, Instant since, long sequence, Instant sentAt) {
        return connection
                .preparedQuery(BEAT)
                .execute(Tuple.of(vantage, since.atOffset(ZoneOffset.UTC), sequence, sentAt.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    private static Future<Optional<String>> regionOf(
            InetAddress address, Datasource datasource, Outside outside, Duration limit) {
        Future<Optional<String>> found = Future.succeededFuture(Optional.empty());
        for (Map.Entry<String, String> regional : datasource.regional().entrySet()) {
            Future<Boolean> same = outside.names()
                    .addresses(regional.getValue(), limit)
                    .map(answer -> answer.addresses().contains(address))
                    .otherwise(false);
            found = Future.join(found, same).map(both -> {
                Optional<String> earlier = both.resultAt(0);
                boolean here = both.resultAt(1);
                return earlier.isPresent() || !here ? earlier : Optional.of(regional.getKey());
            });
        }
        return found;
    }
}
