package io.lifeboat.executor.action.sql;

import io.lifeboat.contract.plan.Datasource;
import io.lifeboat.contract.signal.HeartbeatRow;
import io.lifeboat.executor.action.Assignment;
import io.lifeboat.executor.call.CallFailedException;
import io.lifeboat.executor.network.Databases;
import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** The rows that the sql-write watches keep in the application's database. */
@ApplicationScoped
public class Heartbeats {

    private static final Logger LOG = Logger.getLogger(Heartbeats.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    /** A vantage has a row for each unbroken line of its writes; the last few hold the one from before the failover. */
    private static final String NEWEST = """
            select vantage, sequence, sent_at
            from (select vantage, sequence, sent_at,
                         row_number() over (partition by vantage order by sequence desc) as place
                  from lifeboat_heartbeat) newest
            where place <= 20
            order by vantage, sequence""";

    private static final String UNDEFINED_TABLE = "42P01";

    private final Databases databases;

    /** In those databases. */
    public Heartbeats(Databases databases) {
        this.databases = databases;
    }

    /**
     * The rows readable at the new writer, as far as it answers: best effort, for a promotion is not undone because its
     * loss cannot be read yet; a later probe reads them again.
     */
    public List<HeartbeatRow> atNewWriter(Assignment<?> assignment) {
        for (Datasource datasource : assignment.command().datasources().values()) {
            String host = datasource.regional().getOrDefault(assignment.to(), datasource.host());
            try {
                return databases.on(datasource, host, TIMEOUT, Heartbeats::rows);
            } catch (CallFailedException e) {
                LOG.warnf("heartbeats cannot be read at the new writer yet: %s", e.detail());
            }
        }
        return List.of();
    }

    /** The newest rows of every vantage; none when no watch ever wrote one. */
    static Future<List<HeartbeatRow>> rows(SqlConnection connection) {
        return connection
                .query(NEWEST)
                .execute()
                .map(Heartbeats::read)
                .recover(failure -> failure instanceof PgException e && UNDEFINED_TABLE.equals(e.getSqlState())
                        ? Future.succeededFuture(List.of())
                        : Future.failedFuture(failure));
    }

    private static List<HeartbeatRow> read(RowSet<Row> rows) {
        List<HeartbeatRow> read = new ArrayList<>();
        for (Row row : rows) {
            OffsetDateTime sentAt = row.getOffsetDateTime("sent_at");
            read.add(new HeartbeatRow(row.getString("vantage"), row.getLong("sequence"), sentAt.toInstant()));
        }
        return List.copyOf(read);
    }
}
