package io.lifeboat.testkit.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.lifeboat.testkit.ControlRoomDatabase;
import io.lifeboat.testkit.FreePorts;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {

    private static final String HOME = "127.0.10.1";
    private static final String OTHER = "127.0.20.1";

    @TempDir
    Path folder;

    @Test
    void shouldServeAStreamingReplicaThatRefusesWritesUntilItIsPromoted() throws SQLException {
        try (PostgresServer primary = server("home", HOME).start()) {
            primary.execute("postgres", "CREATE TABLE orders (id int)", "INSERT INTO orders VALUES (1)");
            PostgresSettings settings = primary.settings().at(folder.resolve("other"), OTHER, FreePorts.next(OTHER));
            try (PostgresServer replica = PostgresServer.replicaOf(
                            primary, settings, HOME, primary.settings().port())
                    .start()) {
                primary.execute("postgres", "INSERT INTO orders VALUES (2)");
                await("replication is asynchronous")
                        .atMost(Duration.ofSeconds(5))
                        .untilAsserted(() -> assertThat(orders(replica)).isEqualTo(2));
                assertThatThrownBy(() -> replica.execute("postgres", "INSERT INTO orders VALUES (3)"))
                        .hasMessageContaining("cannot execute INSERT in a read-only transaction");

                primary.kill();
                replica.promote();

                replica.execute("postgres", "INSERT INTO orders VALUES (3)");
                assertThat(orders(replica)).isEqualTo(3);
                assertThat(primary.isRunning()).isFalse();
            }
        }
    }

    @Test
    void shouldKeepItsDataOverAKillAndAStart() throws SQLException {
        try (PostgresServer server = server("kept", HOME).start()) {
            server.execute("postgres", "CREATE TABLE orders (id int)", "INSERT INTO orders VALUES (1)");

            server.kill();
            server.start();
            server.stop(PostgresServer.Shutdown.FAST);
            server.start();

            assertThat(orders(server)).isEqualTo(1);
        }
    }

    @Test
    void shouldKeepEachServiceOutOfTheOthersTables() throws SQLException {
        try (PostgresServer server = PostgresServer.create(
                        PostgresSettings.withPassword(folder.resolve("room"), HOME, FreePorts.next(HOME), "secret"))
                .start()) {
            ControlRoomDatabase database = ControlRoomDatabase.createOn(server);
            try (Connection coordinator = connect(server, database.login("coordinator"));
                    Connection owner = connect(server, database.migrations("audit"));
                    Connection audit = connect(server, database.login("audit"))) {
                run(coordinator, "CREATE TABLE plan (id int)");
                run(owner, "CREATE TABLE ledger (id int)");
                run(audit, "INSERT INTO ledger VALUES (1)");

                assertThatThrownBy(() -> run(audit, "SELECT * FROM coordinator.plan"))
                        .hasMessageContaining("permission denied for schema coordinator");
                assertThatThrownBy(() -> run(audit, "DELETE FROM ledger"))
                        .hasMessageContaining("permission denied for table ledger");
                assertThatThrownBy(() -> run(audit, "UPDATE ledger SET id = 2"))
                        .hasMessageContaining("permission denied for table ledger");
                assertThatThrownBy(() -> run(coordinator, "SELECT * FROM audit.ledger"))
                        .hasMessageContaining("permission denied for schema audit");
            }
        }
    }

    private PostgresServer server(String name, String host) {
        return PostgresServer.create(PostgresSettings.trusting(folder.resolve(name), host, FreePorts.next(host)));
    }

    private static Connection connect(PostgresServer server, ControlRoomDatabase.Login login) throws SQLException {
        return DriverManager.getConnection(
                server.jdbcUrl(ControlRoomDatabase.NAME), login.username(), login.password());
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int orders(PostgresServer server) throws SQLException {
        try (Connection connection = server.connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM orders")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
