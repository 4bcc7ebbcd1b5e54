package io.lifeboat.sandbox.shop;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The shop's tables: orders, and a row for each task that says it can write. */
public final class Orders {

    private final ConnectionPool pool;

    Orders(ConnectionPool pool) {
        this.pool = pool;
    }

    /** Creates the tables in an empty database. */
    public static void createTables(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS orders ("
                    + "id uuid PRIMARY KEY, placed_at timestamptz NOT NULL DEFAULT now(), region text NOT NULL)");
            statement.execute("CREATE TABLE IF NOT EXISTS readiness ("
                    + "task text PRIMARY KEY, looked_at timestamptz NOT NULL)");
        }
    }

    /**
     * Every order in a database, for the customers' comparison.
     *
     * @param url a JDBC URL that leads around every relay
     */
    public static Set<UUID> allIn(String url, String username, String password) throws SQLException {
        try (var connection = DriverManager.getConnection(url, username, password);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT id FROM orders")) {
            var ids = new HashSet<UUID>();
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
            return ids;
        }
    }

    /** Commits an order; placing one a second time changes nothing. */
    void place(UUID id, String region) throws SQLException {
        pool.with(connection -> {
            try (var statement = connection.prepareStatement(
                    "INSERT INTO orders (id, region) VALUES (?, ?) ON CONFLICT (id) DO NOTHING")) {
                statement.setObject(1, id);
                statement.setString(2, region);
                return statement.executeUpdate();
            }
        });
    }

    /** The region an order was placed in. */
    Optional<String> find(UUID id) throws SQLException {
        return pool.with(connection -> {
            try (var statement = connection.prepareStatement("SELECT region FROM orders WHERE id = ?")) {
                statement.setObject(1, id);
                try (var rows = statement.executeQuery()) {
                    return rows.next() ? Optional.of(rows.getString(1)) : Optional.<String>empty();
                }
            }
        });
    }

    /** A real write, which fails where the task could take no order. */
    void prove(String task) throws SQLException {
        pool.with(connection -> {
            try (var statement = connection.prepareStatement("INSERT INTO readiness (task, looked_at) VALUES (?, now())"
                    + " ON CONFLICT (task) DO UPDATE SET looked_at = excluded.looked_at")) {
                statement.setString(1, task);
                return statement.executeUpdate();
            }
        });
    }
}
