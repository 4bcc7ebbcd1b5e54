package io.lifeboat.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.lifeboat.contract.Topic;
import io.lifeboat.contract.envelope.MessageType;
import io.lifeboat.testkit.ControlRoom;
import io.lifeboat.testkit.ControlRoomDatabase;
import io.lifeboat.testkit.ControlRoomResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = ControlRoomResource.class, initArgs = @ResourceArg(name = "service", value = "audit"))
class AuditIT {

    private static final List<MessageType> RECOVERY = List.of(
            MessageType.INCIDENT_OPENED,
            MessageType.GATE_EVALUATED,
            MessageType.EXECUTION_OPENED,
            MessageType.LOSS_STATED,
            MessageType.RUN_STEP,
            MessageType.STEP_STARTED,
            MessageType.STEP_SUCCEEDED,
            MessageType.STEP_SETTLED,
            MessageType.SERVING_AGAIN,
            MessageType.EXECUTION_COMPLETED,
            MessageType.INCIDENT_CLOSED);

    ControlRoom room;

    private Examples examples;
    private String application;
    private String incident;

    @BeforeEach
    void open() {
        application = "shop-" + UUID.randomUUID();
        incident = "inc-" + UUID.randomUUID();
        examples = new Examples(room.kafka().bootstrap(), application, incident);
    }

    @AfterEach
    void close() {
        examples.close();
    }

    @Test
    void shouldReportARecoveryFromTheLedgerAlone() throws Exception {
        examples.send(MessageType.PLAN);
        for (MessageType type : RECOVERY) {
            examples.send(type);
        }
        // statistics of the step follow and are stored too
        storedAreAtLeast(RECOVERY.size() + 1);

        given().get("/reports/" + incident)
                .then()
                .statusCode(200)
                .body("application", equalTo(application))
                .body("executions[0].mode", equalTo("live"))
                .body("executions[0].steps.find { it.stepId == 'promote' }.elapsedSeconds", equalTo(6.3f))
                .body("rto.firstSeconds", equalTo(31.5f))
                .body("rto.lastSeconds", equalTo(null))
                .body("rpo.statements[0].atMostSeconds", equalTo(3.4f));
        given().accept("text/markdown")
                .get("/reports/" + incident)
                .then()
                .statusCode(200)
                .contentType(containsString("text/markdown"))
                .body(containsString("# Recovery of " + application), containsString("unknown"));
        JsonPath timeline = given().get("/timelines/" + incident)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(timeline.getList("turns.type", String.class))
                .containsExactlyInAnyOrderElementsOf(
                        RECOVERY.stream().map(MessageType::wireName).toList());
        await("metrics follow").atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(metrics())
                .contains("lifeboat_recovery_time_objective_seconds{application=\"" + application + "\",mode=\"live\"}")
                .contains("lifeboat_recovery_point_achieved_seconds{application=\"" + application
                        + "\",mode=\"live\"} 3.4")
                .doesNotContain("lifeboat_recovery_time_achieved_seconds{application=\"" + application));
        await("statistics follow").atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                        examples.keys(Topic.TIMINGS.wireName()))
                .contains(application + "/promote/live"));
    }

    @Test
    void shouldStoreEachMessageOnceAndWhatNobodyCanReadToo() throws Exception {
        Map<String, String> opened = examples.send(MessageType.INCIDENT_OPENED);
        examples.sendAgain(MessageType.INCIDENT_OPENED, opened);
        examples.raw("incident-events", application, Map.of("ce_id", "x\0y", "ce_type", "lifeboat.unheard-of.v9"), "{");
        examples.raw("step-events", application, Map.of(), null);
        examples.raw("outage-events", application, Map.of("ce_id", "long".repeat(1000)), "\u0000");
        examples.send(MessageType.INCIDENT_CLOSED);

        storedAre(5);

        given().get("/ledger/" + application + "/verify")
                .then()
                .body("verified", equalTo(true))
                .body("entries", equalTo(5));
    }

    @Test
    void shouldNameTheFirstEntryThatWasChangedOrIsMissing() throws Exception {
        for (MessageType type : RECOVERY) {
            examples.send(type);
        }
        storedAreAtLeast(RECOVERY.size());

        room.postgres()
                .execute(
                        ControlRoomDatabase.NAME,
                        "UPDATE audit.ledger SET body = '{}' WHERE sequence = 4 AND application = '" + application
                                + "'");
        given().get("/ledger/" + application + "/verify")
                .then()
                .body("verified", equalTo(false))
                .body("firstBad.sequence", equalTo(4))
                .body("firstBad.reason", containsString("changed"));

        room.postgres()
                .execute(
                        ControlRoomDatabase.NAME,
                        "DELETE FROM audit.ledger WHERE sequence = 2 AND application = '" + application + "'");
        given().get("/ledger/" + application + "/verify").then().body("firstBad.sequence", equalTo(2));
    }

    @Test
    void shouldNotTakeAGrowingChainForABrokenOne() throws Exception {
        examples.send(MessageType.INCIDENT_OPENED);
        storedAre(1);
        try (Connection writer = room.postgres().connect(ControlRoomDatabase.NAME);
                Statement statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            statement.execute("LOCK TABLE audit.ledger IN ACCESS EXCLUSIVE MODE");
            CompletableFuture<JsonPath> verified = CompletableFuture.supplyAsync(
                    () -> given().get("/ledger/" + application + "/verify").jsonPath());
            await("the head was read, and the entries wait for the lock")
                    .atMost(Duration.ofSeconds(60))
                    .until(this::waitForTheLedger);

            statement.execute("""
                    INSERT INTO audit.ledger (application, sequence, message_id, type, topic, partition, record_offset,
                                              appended_at, headers, body, incident_id, previous, hash)
                    SELECT application, sequence + 1, message_id || '/next', type, topic, partition, record_offset + 1,
                           appended_at, headers, body, incident_id, hash, hash
                    FROM audit.ledger WHERE application = '%s'""".formatted(application));
            statement.execute("UPDATE audit.ledger_head SET sequence = 2 WHERE application = '" + application + "'");
            writer.commit();

            JsonPath chain = verified.get(20, TimeUnit.SECONDS);
            assertThat(chain.getBoolean("verified"))
                    .as(chain.getString("firstBad"))
                    .isTrue();
            assertThat(chain.getInt("entries")).isEqualTo(1);
        }
    }

    @Test
    void shouldNotBeAbleToAlterTheLedgerItself() throws SQLException {
        ControlRoomDatabase.Login login = room.database().login("audit");
        try (Connection connection = DriverManager.getConnection(
                        room.postgres().jdbcUrl(ControlRoomDatabase.NAME), login.username(), login.password());
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("UPDATE ledger SET body = null"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> statement.execute("DELETE FROM ledger")).hasMessageContaining("permission denied");
            assertThatThrownBy(() -> statement.execute("TRUNCATE ledger")).hasMessageContaining("permission denied");
        }
    }

    @Test
    void shouldSayWhichIncidentItDoesNotKnow() {
        given().get("/reports/nowhere")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("field", equalTo("incidentId"), "detail", containsString("nowhere"));
    }

    private boolean waitForTheLedger() throws SQLException {
        try (Connection connection = room.postgres().connect(ControlRoomDatabase.NAME);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT count(*) > 0 FROM pg_locks WHERE NOT granted AND relation = 'audit.ledger'::regclass")) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    private void storedAre(int entries) {
        storedAreAtLeast(entries);
        assertThat(stored()).hasSize(entries);
    }

    private void storedAreAtLeast(int entries) {
        await("the ledger takes them").atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(stored())
                .hasSizeGreaterThanOrEqualTo(entries));
    }

    private List<Object> stored() {
        return given().get("/ledger/" + application).jsonPath().getList("entries");
    }

    private static String metrics() {
        return new String(given().get("/q/metrics").asByteArray(), StandardCharsets.UTF_8);
    }
}
