package io.lifeboat.detector.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.contract.plan.DatabaseProbe;
import io.lifeboat.contract.plan.Datasource;
import io.lifeboat.contract.plan.DeletionRateProbe;
import io.lifeboat.contract.plan.InvariantProbe;
import io.lifeboat.contract.plan.RowCountProbe;
import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.detector.outside.World;
import io.lifeboat.testkit.FreePorts;
import io.lifeboat.testkit.postgres.PostgresServer;
import io.lifeboat.testkit.postgres.PostgresSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataProberTest {

    private static final String NAME = "db.shop.internal";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

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
    void fill() {
        world = new World(folder);
        world.names().point(NAME, "127.0.0.1");
        postgres.execute(
                "postgres",
                "DROP TABLE IF EXISTS orders",
                "CREATE TABLE orders AS SELECT n AS id FROM generate_series(1, 1000) n");
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void shouldSeeRowsGo() {
        Prober prober = prober(new RowCountProbe("orders", "orders", 10, null));
        assertThat(world.look(prober, PATIENCE).state()).isEqualTo(SignalState.UP);

        postgres.execute("postgres", "DELETE FROM orders WHERE id > 800");

        Look damaged = world.look(prober, PATIENCE);
        assertThat(damaged.state()).as(damaged.reason()).isEqualTo(SignalState.DOWN);
        assertThat(damaged.answered()).isTrue();
        prober.close();
    }

    @Test
    void shouldLearnByHowMuchATableGrows() {
        Prober prober = prober(new RowCountProbe("orders", "orders", 10, null));
        assertThat(world.look(prober, PATIENCE).facts().growth()).isNull();

        postgres.execute("postgres", "INSERT INTO orders SELECT n FROM generate_series(1001, 1060) n");

        assertThat(world.look(prober, PATIENCE).facts().growth())
                .isNotNull()
                .returns("orders", GrowthFacts::table)
                .returns(60L, GrowthFacts::rows);
        prober.close();
    }

    @Test
    void shouldSeeDeletionsByPostgresOwnCount() {
        Prober prober = prober(new DeletionRateProbe("orders", "public.orders", 100));
        world.look(prober, PATIENCE);
        assertThat(world.look(prober, PATIENCE).state()).isEqualTo(SignalState.UP);

        postgres.execute("postgres", "DELETE FROM orders WHERE id > 800");

        Awaitility.await("PostgreSQL counts when the deleting session ends, and tells within a second")
                .untilAsserted(
                        () -> assertThat(world.look(prober, PATIENCE).state()).isEqualTo(SignalState.DOWN));
        prober.close();
    }

    @Test
    void shouldSeeAnInvariantBreak() {
        Prober prober = prober(new InvariantProbe("orders", "SELECT count(*) = 0 FROM orders WHERE id IS NULL"));
        assertThat(world.look(prober, PATIENCE).state()).isEqualTo(SignalState.UP);

        postgres.execute("postgres", "UPDATE orders SET id = NULL WHERE id = 1");

        assertThat(world.look(prober, PATIENCE).state()).isEqualTo(SignalState.DOWN);
        prober.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM orders RETURNING true",
                "WITH gone AS (DELETE FROM orders RETURNING id) SELECT count(*) = 0 FROM gone",
                "SELECT true; DELETE FROM orders",
                "SELECT true; SET default_transaction_read_only = off; COMMIT; DELETE FROM orders"
            })
    void shouldChangeNothingWhateverThePlanSays(String query) {
        Prober prober = prober(new InvariantProbe("orders", query));

        assertThat(world.look(prober, PATIENCE).state()).isEqualTo(SignalState.UNKNOWN);
        assertThat(world.look(prober, PATIENCE).state()).as("the second time").isEqualTo(SignalState.UNKNOWN);
        assertThat(world.look(prober(new RowCountProbe("orders", "orders", 10, null)), PATIENCE)
                        .reason())
                .contains("1000 rows");
        prober.close();
    }

    @Test
    void shouldCountThePartitionsOfATable() {
        postgres.execute(
                "postgres",
                "DROP TABLE IF EXISTS parted",
                "CREATE TABLE parted (id int) PARTITION BY RANGE (id)",
                "CREATE TABLE parted_1 PARTITION OF parted FOR VALUES FROM (0) TO (1000)",
                "INSERT INTO parted SELECT n FROM generate_series(0, 999) n");
        Prober prober = prober(new DeletionRateProbe("orders", "parted", 100));
        world.look(prober, PATIENCE);
        world.look(prober, PATIENCE);

        postgres.execute("postgres", "DELETE FROM parted WHERE id > 500");

        Awaitility.await("PostgreSQL counts when the deleting session ends, and tells within a second")
                .untilAsserted(
                        () -> assertThat(world.look(prober, PATIENCE).state()).isEqualTo(SignalState.DOWN));
        prober.close();
    }

    @Test
    void shouldSayNothingOfDataThatItCannotRead() {
        Look absent = world.look(prober(new RowCountProbe("orders", "no_such_table", 10, null)), PATIENCE);
        assertThat(absent.state()).isEqualTo(SignalState.UNKNOWN);
        assertThat(absent.reason()).contains("could not be read").contains("42P01");

        Look uncounted = world.look(prober(new DeletionRateProbe("orders", "no_such_table", 10)), PATIENCE);
        assertThat(uncounted.state()).isEqualTo(SignalState.UNKNOWN);
        assertThat(uncounted.reason()).contains("counts no deletions");
    }

    private Prober prober(DatabaseProbe probe) {
        return new DataProber(
                DataMeasure.of(probe, List.of()),
                new Datasource(NAME, postgres.settings().port(), "postgres", "orders-rw", Map.of(), false),
                world.outside("orders-rw", "postgres", "secret"));
    }
}
