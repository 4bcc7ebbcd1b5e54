package io.lifeboat.coordinator.incident;

import static io.lifeboat.coordinator.signal.Shop.OTHER;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.lifeboat.chassis.transaction.Transactions;
import io.lifeboat.contract.command.RunStep;
import io.lifeboat.contract.incident.ExecutionOpened;
import io.lifeboat.contract.incident.ExecutionPaused;
import io.lifeboat.contract.incident.Mode;
import io.lifeboat.contract.outage.OutageConfirmed;
import io.lifeboat.contract.plan.Automation;
import io.lifeboat.contract.plan.Step;
import io.lifeboat.coordinator.execution.store.Slots;
import io.lifeboat.coordinator.signal.Seen;
import io.lifeboat.testkit.ControlRoom;
import io.lifeboat.testkit.ControlRoomDatabase;
import io.lifeboat.testkit.RestorableDatabase;
import io.lifeboat.testkit.RestorableRoomResource;
import io.lifeboat.testkit.postgres.PostgresServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A real PostgreSQL goes back, by a base backup and a point-in-time recovery, behind a running coordinator, and the topics are read
 * from their beginning.
 */
@QuarkusTest
@QuarkusTestResource(
        value = RestorableRoomResource.class,
        restrictToAnnotatedClass = true,
        initArgs = @ResourceArg(name = "service", value = "coordinator"))
class RestoreIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration LOST_FOR = Duration.ofSeconds(20);

    RestorableDatabase restorable;

    @Inject
    KafkaClientService kafka;

    @Inject
    Transactions transactions;

    @Inject
    Slots slots;

    PlayedShop shop;

    private final Set<String> answered = new HashSet<>();

    @BeforeEach
    void connect() {
        shop = new PlayedShop(ControlRoom.shared().kafka().bootstrap(), asSuperuser());
    }

    @AfterEach
    void disconnect() {
        shop.close();
    }

    @Test
    void shouldCommandNothingOfAnExecutionThatIsOpenInTheBackupUntilAPersonResumes() throws Exception {
        // Given: a failover of which two steps are in flight in the backup, and in truth have ended, and the next has
        // begun
        shop.plan(List.of(
                step("promote", "aurora.failover"),
                step("scale", "ecs.scale"),
                step("roll", "ecs.redeploy", "promote", "scale")));
        loseHome();
        shop.eventually("the promotion", () -> {
            succeedBut("promote", "scale");
            assertThat(commanded()).contains("promote", "scale");
        });
        String execution = opened().getFirst().executionId();
        restorable.remember();
        shop.eventually("the next step's beginning", () -> {
            succeedBut("roll");
            assertThat(commanded()).contains("roll");
        });
        long lastEpoch = nextEpoch();
        int before = commandsOf(execution).size();

        // When
        restorable.goBack();
        readFromTheBeginning();

        // Then: what is told again counts, nothing is commanded, and a person is paged
        shop.eventually("the pause", () -> assertThat(shop.bus().seen(ExecutionPaused.class))
                .extracting(ExecutionPaused::reason)
                .anyMatch(reason -> reason.contains("the database was restored")));
        shop.eventually("the facts", () -> execution(execution)
                .body("state", equalTo("paused"))
                .body("steps.find { it.id == 'promote' }.state", equalTo("succeeded"))
                .body("steps.find { it.id == 'scale' }.state", equalTo("succeeded")));
        shop.eventually("the page", () -> assertThat(pages(execution + "/RESTORED"))
                .singleElement()
                .asString()
                .contains("Then resume"));
        assertThat(commandsOf(execution)).hasSize(before);

        // And once a person resumes, it goes on under numbers nobody knows yet
        say("/executions/" + execution + "/resume").statusCode(200).body("state", equalTo("running"));
        shop.eventually("the next step", () -> assertThat(commandsOf(execution)).hasSizeGreaterThan(before));
        assertThat(commandsOf(execution).stream().skip(before))
                .allSatisfy(command -> assertThat(command.stepId()).isEqualTo("roll"))
                .allSatisfy(command -> assertThat(command.attempt()).isGreaterThan(1));
        assertThat(nextEpoch()).isGreaterThan(lastEpoch);
    }

    @Test
    void shouldOpenNothingUntilTheVantagesShowWhatIsRemembered() throws Exception {
        shop.plan(Automation.AUTOMATIC, PlayedShop.accepted());
        restorable.remember();
        restorable.goBack();

        memory("not-seen");
        loseHome();

        shop.eventually("the failover", () -> assertThat(opened()).hasSize(1));
        memory("agreed");
    }

    @Test
    void shouldLeaveAContradictionToAPerson() throws Exception {
        // Given: the application is remembered at home, and was moved since
        shop.plan(Automation.AUTOMATIC, PlayedShop.accepted());
        restorable.remember();
        restorable.goBack();

        // When: that region is lost, or so it looks
        Seen[] elsewhere = {lostAndWriterElsewhere("frankfurt"), lostAndWriterElsewhere("office")};
        shop.say(elsewhere);
        shop.bus().send(new OutageConfirmed(shop.sighting("office", null)));

        // Then
        shop.eventually("the contradiction", () -> memory("contradicted"));
        shop.eventually("the journal", () -> given().get("/incidents/" + incident())
                .then()
                .body("decision.checks.find { it.check == 'memory' }.verdict", equalTo("hold"))
                .body("decision.checks.find { it.check == 'memory' }.reason", containsString(OTHER)));
        shop.eventually("the page", () -> assertThat(pages("memory/%")).anySatisfy(text -> assertThat(text)
                .contains("POST /applications/%s/memory".formatted(shop.application()))));
        assertThat(opened()).isEmpty();

        // And when a person has looked
        say("/applications/" + shop.application() + "/memory")
                .statusCode(200)
                .body("standing", equalTo("agreed"))
                .body("reason", containsString("on-call"));
        shop.eventually("the gate's next look", () -> given().get("/incidents/" + incident())
                .then()
                .body("decision.checks.find { it.check == 'memory' }.verdict", equalTo("pass")));
        say("/applications/" + shop.application() + "/memory").statusCode(409);
    }

    private static Step step(String id, String action, String... needs) {
        return new Step(id, action, null, null, List.of(needs), Duration.ofMinutes(5), null, null);
    }

    private static Seen lostAndWriterElsewhere(String vantage) {
        return Seen.by(vantage).homeLost(LOST_FOR).lag(OTHER, Duration.ofMillis(500), Duration.ofSeconds(1));
    }

    private void loseHome() {
        shop.say(Seen.by("frankfurt").homeLost(LOST_FOR), Seen.by("office").homeLost(LOST_FOR));
        shop.bus().send(new OutageConfirmed(shop.sighting("office", null)));
    }

    /** Answers every command as an executor would, but for some it only takes. */
    private void succeedBut(String... steps) {
        for (RunStep command : commands()) {
            if (List.of(steps).contains(command.stepId())) {
                shop.bus().accept(command);
            } else if (answered.add(command.commandId())) {
                shop.bus().succeed(command);
            }
        }
    }

    private List<RunStep> commands() {
        return shop.bus().seen(RunStep.class);
    }

    /** Its own, without those of what it owes. */
    private List<RunStep> commandsOf(String execution) {
        return commands().stream()
                .filter(command -> command.executionId().equals(execution))
                .toList();
    }

    private List<String> commanded() {
        return commands().stream().map(RunStep::stepId).toList();
    }

    private List<ExecutionOpened> opened() {
        return shop.bus().seen(ExecutionOpened.class);
    }

    private long nextEpoch() {
        return transactions
                .run(() -> slots.nextEpoch(shop.application(), Mode.LIVE))
                .await()
                .atMost(SOON);
    }

    /** Asserted, so that whoever waits goes on waiting until it is opened. */
    private String incident() {
        String id = shop.list().extract().path("[0].incidentId");
        assertThat(id).as("an incident").isNotNull();
        return id;
    }

    private void memory(String standing) {
        given().get("/applications/" + shop.application() + "/memory")
                .then()
                .statusCode(200)
                .body("standing", equalTo(standing));
    }

    private static ValidatableResponse execution(String execution) {
        return given().get("/executions/" + execution).then().statusCode(200);
    }

    private static ValidatableResponse say(String path) {
        return given().contentType(ContentType.JSON)
                .body(PlayedShop.ON_CALL)
                .post(path)
                .then();
    }

    /** Offsets went back with the database, or somebody reset them. */
    private void readFromTheBeginning() {
        kafka.getConsumerChannels().stream()
                .filter(channel -> channel.startsWith("step-events") || channel.startsWith("outage-events"))
                .forEach(channel -> kafka.getConsumer(channel)
                        .runOnPollingThread(consumer -> {
                            consumer.seekToBeginning(consumer.assignment());
                        })
                        .await()
                        .atMost(SOON));
    }

    private List<String> pages(String like) throws SQLException {
        try (Connection connection = asSuperuser().getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select text from page where notification_id like ? and answered_at is null")) {
            select.setString(1, like);
            ResultSet rows = select.executeQuery();
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    private DataSource asSuperuser() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(restorable.server().jdbcUrl(ControlRoomDatabase.NAME));
        source.setUser(PostgresServer.SUPERUSER);
        source.setPassword(restorable.server().settings().password());
        source.setCurrentSchema("coordinator");
        return source;
    }
}
