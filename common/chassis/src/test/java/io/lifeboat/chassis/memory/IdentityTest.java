package io.lifeboat.chassis.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lifeboat.testkit.ControlRoomDatabase;
import io.lifeboat.testkit.FreePorts;
import io.lifeboat.testkit.postgres.PostgresServer;
import io.lifeboat.testkit.postgres.PostgresSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real server says of itself to a service's ordinary role, before and after it goes back. */
class IdentityTest {

    private static final String HOST = "127.0.0.1";

    @TempDir
    Path folder;

    @Test
    void shouldKeepItsIdentityOverACrashAndChangeItByARestoreToAPointInThePast() throws Exception {
        try (PostgresServer server = server().start()) {
            ControlRoomDatabase database = ControlRoomDatabase.createOn(server);
            migrate(server, database);
            String before = identity(server, database);
            server.kill();
            server.start();
            assertThat(identity(server, database)).isEqualTo(before);

            PostgresServer copy = PostgresServer.copyOf(server, at("restored", server));
            server.stop(PostgresServer.Shutdown.FAST);
            copy.recoverFrom(server.settings().data().resolve("pg_wal"), Map.of("recovery_target", "immediate"));
            try (PostgresServer restored = copy.start()) {
                await("it takes reads before it takes writes").until(() -> !inRecovery(restored));
                assertThat(identity(restored, database)).isNotEqualTo(before);
            }
        }
    }

    /** At once: the control file's last checkpoint is of the old timeline for some minutes more. */
    @Test
    void shouldChangeItsIdentityAsSoonAsAStandbyIsPromoted() throws Exception {
        try (PostgresServer primary = server().start()) {
            ControlRoomDatabase database = ControlRoomDatabase.createOn(primary);
            migrate(primary, database);
            String before = identity(primary, database);
            PostgresSettings settings = at("standby", primary);
            try (PostgresServer standby = PostgresServer.replicaOf(
                            primary, settings, HOST, primary.settings().port())
                    .start()) {
                primary.kill();
                standby.promote();

                assertThat(identity(standby, database)).isNotEqualTo(before);
            }
        }
    }

    private PostgresServer server() {
        return PostgresServer.create(
                PostgresSettings.withPassword(folder.resolve("server"), HOST, FreePorts.next(HOST), "secret"));
    }

    private PostgresSettings at(String name, PostgresServer server) {
        return server.settings().at(folder.resolve(name), HOST, FreePorts.next(HOST));
    }

    private static void migrate(PostgresServer server, ControlRoomDatabase database) throws SQLException, IOException {
        try (Connection connection = connect(server, database);
                Statement statement = connection.createStatement();
                InputStream migration = Memory.class.getResourceAsStream("/db/chassis/V0.2__recollection.sql")) {
            statement.execute(new String(migration.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static String identity(PostgresServer server, ControlRoomDatabase database) throws SQLException {
        try (Connection connection = connect(server, database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(Memory.IDENTITY)) {
            row.next();
            return row.getString(2);
        }
    }

    private static boolean inRecovery(PostgresServer server) throws SQLException {
        try (Connection connection = server.connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_is_in_recovery()")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static Connection connect(PostgresServer server, ControlRoomDatabase database) throws SQLException {
        ControlRoomDatabase.Login login = database.login("coordinator");
        return DriverManager.getConnection(
                server.jdbcUrl(ControlRoomDatabase.NAME), login.username(), login.password());
    }
}
