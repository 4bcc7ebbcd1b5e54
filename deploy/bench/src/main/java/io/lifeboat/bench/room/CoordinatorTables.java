package io.lifeboat.bench.room;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;

/**
 * The coordinator's tables, read to learn when a transaction was committed: PostgreSQL's own commit time, to the
 * microsecond, of the transaction that wrote a row. Nothing is written.
 */
public final class CoordinatorTables {

    private static final String DECISIONS =
            "select application, pg_xact_commit_timestamp(xmin) from execution where application like ?";

    /** A row that is only ever inserted, in the transaction that opens the incident. */
    private static final String OPENINGS = """
            select distinct on (i.application) i.application, pg_xact_commit_timestamp(s.xmin)
            from incident i join incident_sighting s on s.incident_id = i.id
            where i.application like ? and i.closed_at is null order by i.application, s.id
            """;

    private final Map<String, String> settings;

    public CoordinatorTables(Room room) {
        this.settings = room.database("coordinator");
    }

    /** When the decision of each application's execution was committed, if no one has written to the execution since. */
    public Map<String, Instant> decisions(String applications) {
        return times(DECISIONS, applications);
    }

    /** When each application's execution was opened, by the database's clock within that transaction. */
    public Map<String, Instant> opened(String applications) {
        return times("select application, opened_at from execution where application like ?", applications);
    }

    /** When each application's open incident was committed. */
    public Map<String, Instant> openings(String applications) {
        return times(OPENINGS, applications);
    }

    /** How many incidents are open. */
    public long openIncidents() {
        return count("select count(*) from incident where closed_at is null");
    }

    /** How many applications and vantages have signals. */
    public long views() {
        return count("select count(*) from vantage_view");
    }

    private long count(String sql) {
        try (Connection connection = connect();
                PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("the coordinator's tables cannot be read", e);
        }
    }

    private Map<String, Instant> times(String sql, String applications) {
        Map<String, Instant> times = new HashMap<>();
        try (Connection connection = connect();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, applications);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    times.put(
                            rows.getString(1),
                            rows.getObject(2, OffsetDateTime.class).toInstant());
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the coordinator's tables cannot be read", e);
        }
        return times;
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                settings.get("quarkus.datasource.jdbc.url"),
                settings.get("quarkus.datasource.username"),
                settings.get("quarkus.datasource.password"));
    }
}
