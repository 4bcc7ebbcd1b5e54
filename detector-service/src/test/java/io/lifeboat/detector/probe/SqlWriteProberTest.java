package io.lifeboat.detector.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.contract.plan.Datasource;
import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.detector.outside.World;
import io.lifeboat.detector.probe.WriteFacts.Accepted;
import io.lifeboat.testkit.FreePorts;
import io.lifeboat.testkit.postgres.PostgresServer;
import io.lifeboat.testkit.postgres.PostgresSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlWriteProberTest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String NAME = "db.shop.internal";

    @TempDir
    static Path data;

    private static PostgresServer postgres;

    @TempDir
    Path folder;

    private World world;

    @BeforeAll
    static void startPostgres() {
        postgres = PostgresServer.create(PostgresSettings.withPassword(
                        data.resolve("postgres"), "127.0.0.1", FreePorts.next("127.0.0.1"), "secret"))
                .start();
    }

    @AfterAll
    static void stopPostgres() {
        postgres.close();
    }

    @BeforeEach
    void open() {
        world = new World(folder);
        world.names().point(NAME, "127.0.0.1");
        world.names().point("db.eu-west-1.shop.internal", "127.0.0.1");
        world.names().point("db.eu-central-1.shop.internal", "127.0.0.2");
        postgres.execute("postgres", "DROP TABLE IF EXISTS lifeboat_heartbeat");
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void shouldKeepItsRowCountingUpAndTellTheRegionByTheAddress() throws SQLException {
        Prober prober = prober("secret");

        Accepted first = accepted(world.look(prober, PATIENCE));
        Accepted second = accepted(world.look(prober, PATIENCE));

        assertThat(first.sequence()).isEqualTo(1);
        assertThat(second.sequence()).isEqualTo(2);
        assertThat(second.region()).isEqualTo("eu-west-1");
        try (Connection connection = postgres.connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT vantage, sequence, sent_at FROM lifeboat_heartbeat")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("office");
            assertThat(row.getLong(2)).isEqualTo(2);
            assertThat(row.getObject(3, OffsetDateTime.class).toInstant())
                    .as("what is told is what can be read back")
                    .isEqualTo(second.sentAt());
        }
    }

    @Test
    void shouldGoOnFromTheRowAfterARestart() {
        world.look(prober("secret"), PATIENCE);
        world.look(prober("secret"), PATIENCE);

        assertThat(accepted(world.look(prober("secret"), PATIENCE)).sequence()).isEqualTo(3);
    }

    @Test
    void shouldKeepTheLatestAcceptedWriteWhenTheWriterTurnsReadOnlyAndConnectAnewAfterwards() throws SQLException {
        Prober prober = prober("secret");
        Accepted accepted = accepted(world.look(prober, PATIENCE));
        postgres.execute(
                "postgres",
                "ALTER SYSTEM SET default_transaction_read_only = on",
                "SELECT pg_reload_conf()",
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'lifeboat-detector'");
        try {
            Look first = world.look(prober, PATIENCE);
            Look refused = world.look(prober, PATIENCE);

            assertThat(first.failed()).isTrue();
            assertThat(refused.failed()).as(refused.reason()).isTrue();
            assertThat(refused.reason()).contains("25006");
            assertThat(refused.answered()).isTrue();
            WriteFacts facts = refused.facts().write();
            assertThat(facts.accepted()).isEqualTo(accepted);
            assertThat(facts.failedAt()).isAfter(accepted.sentAt());
        } finally {
            postgres.execute(
                    "postgres",
                    "SET default_transaction_read_only = off",
                    "ALTER SYSTEM RESET default_transaction_read_only",
                    "SELECT pg_reload_conf()");
        }
        Look again = world.look(prober, PATIENCE);
        assertThat(again.state()).as(again.reason()).isEqualTo(SignalState.UP);
        assertThat(accepted(again).sequence()).isGreaterThan(accepted.sequence() + 1);
        assertThat(again.facts().write().failedAt()).isNull();
        assertThat(sequences())
                .as("the write from before the refusal stays readable beside the new one")
                .containsExactly(accepted.sequence(), accepted(again).sequence());
    }

    @Test
    void shouldEndInTimeWhenTheWriteIsHeldUp() throws SQLException {
        Prober prober = prober("secret");
        world.look(prober, PATIENCE);
        try (Connection connection = postgres.connect("postgres");
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("LOCK TABLE lifeboat_heartbeat IN ACCESS EXCLUSIVE MODE");

            Look look = world.look(prober, Duration.ofMillis(400));

            assertThat(look.failed()).isTrue();
            assertThat(look.took()).isLessThan(Duration.ofSeconds(2));
            connection.rollback();
        }
        assertThat(world.look(prober, PATIENCE).good()).isTrue();
    }

    @Test
    void shouldCallItsOwnMissingRightsUnknownAndNotDown() {
        assertThat(world.look(prober("wrong"), PATIENCE).state()).isEqualTo(SignalState.UNKNOWN);

        Look noSecret = world.look(new SqlWriteProber(datasource("unheard-of"), "office", world.outside()), PATIENCE);
        assertThat(noSecret.state()).isEqualTo(SignalState.UNKNOWN);
        assertThat(noSecret.reason()).contains("lifeboat.secrets.\"unheard-of\"");
    }

    @Test
    void shouldBeDownWhenNobodyListens() {
        world.names().point(NAME, "127.0.0.2");

        Look look = world.look(prober("secret"), PATIENCE);

        assertThat(look.failed()).as(look.reason()).isTrue();
        assertThat(look.facts().write().accepted()).isNull();
    }

    private static List<Long> sequences() throws SQLException {
        List<Long> sequences = new ArrayList<>();
        try (Connection connection = postgres.connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT sequence FROM lifeboat_heartbeat ORDER BY sequence")) {
            while (rows.next()) {
                sequences.add(rows.getLong(1));
            }
        }
        return sequences;
    }

    private Prober prober(String password) {
        Outside outside = world.outside("orders-rw", PostgresServer.SUPERUSER, password);
        return new SqlWriteProber(datasource("orders-rw"), "office", outside);
    }

    private static Datasource datasource(String secret) {
        return new Datasource(
                NAME,
                postgres.settings().port(),
                "postgres",
                secret,
                Map.of("eu-west-1", "db.eu-west-1.shop.internal", "eu-central-1", "db.eu-central-1.shop.internal"),
                false);
    }

    private static Accepted accepted(Look look) {
        assertThat(look.state()).as(look.reason()).isEqualTo(SignalState.UP);
        return look.facts().write().accepted();
    }
}
