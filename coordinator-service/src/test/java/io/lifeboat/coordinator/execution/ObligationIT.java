package io.lifeboat.coordinator.execution;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.lifeboat.chassis.transaction.Transactions;
import io.lifeboat.contract.command.RetireEpoch;
import io.lifeboat.contract.command.RunStep;
import io.lifeboat.contract.incident.ExecutionCompleted;
import io.lifeboat.contract.incident.Mode;
import io.lifeboat.contract.incident.ObligationClosed;
import io.lifeboat.contract.step.StepEvent;
import io.lifeboat.contract.step.StepSucceeded;
import io.lifeboat.contract.step.StepSucceeded.Effect;
import io.lifeboat.coordinator.command.Form;
import io.lifeboat.testkit.ControlRoomResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;

/** Obligations against a real broker and database, with a scripted executor at the other end. */
@QuarkusTest
@QuarkusTestResource(
        value = ControlRoomResource.class,
        initArgs = @ResourceArg(name = "service", value = "coordinator"))
class ObligationIT {

    /** Two hops and a transaction are some milliseconds; a loaded machine with two cores takes its time. */
    private static final Duration SOON = Duration.ofSeconds(30);

    private static final Set<String> OWED = Set.of("fence-pending", "copy-snapshot", "rebuild-protection");
    private static final String OWNER = "{\"who\": \"data-owner-b\", \"why\": \"done by hand\"}";
    private static final String SHOWN =
            "{\"who\": \"data-owner-b\", \"why\": \"done by hand\", \"proof\": \"arn:kept\"}";

    @Inject
    Transactions transactions;

    @Inject
    ExecutionOpener opener;

    @Inject
    Mutiny.SessionFactory sessions;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    private final String application = "shop-" + UUID.randomUUID();

    @Test
    void shouldBeClosedOnceByWhatExecutorsSayHoweverOftenTheySayIt() throws Exception {
        try (FakeExecutor executor = executor(ObligationIT::pendingFence)) {
            open("eu-west-1", "eu-central-1");

            await("the obligations' ends").atMost(SOON).untilAsserted(() -> given().get(
                            "/obligations?open=false&application=" + application)
                    .then()
                    .statusCode(200)
                    .body("kind", hasItems("fence-pending", "copy-snapshot", "rebuild-protection"))
                    .body("proof", hasItems("is so")));

            await("their messages").atMost(SOON).untilAsserted(() -> assertThat(
                            executor.incidentEvents(ObligationClosed.class))
                    .hasSize(3));
            given().get("/obligations?open=true&application=" + application)
                    .then()
                    .body("size()", equalTo(0));
            assertThat(executor.incidentEvents(ExecutionCompleted.class)).hasSize(1);
        }
    }

    @Test
    void shouldBeClosedByAPersonWhoShowsItAndOnlyOnce() throws Exception {
        try (FakeExecutor executor = executor(ObligationIT::leaveWhatIsOwed)) {
            String fence = open("eu-west-1", "eu-central-1") + ".fence-pending";
            await("the fence's command").atMost(SOON).until(() -> executor.commanded()
                    .contains("fence-pending/1"));

            say(fence, "keep", OWNER).statusCode(400).body("field", equalTo("/proof"));
            say(fence, "waive", "{\"who\": \"data-owner-b\"}").statusCode(400).body("field", equalTo("/why"));
            say(fence, "keep", SHOWN)
                    .statusCode(200)
                    .body("state", equalTo("kept"))
                    .body("proof", equalTo("arn:kept"))
                    .body("legalVerbs", equalTo(List.of()));
            say(fence, "waive", OWNER).statusCode(409).body("remedy", containsString("keep, waive, answer"));
            say("none", "waive", OWNER).statusCode(404).body("field", equalTo("id"));

            await("executors let go of it").atMost(SOON).untilAsserted(() -> assertThat(executor.commands())
                    .filteredOn(RetireEpoch.class::isInstance)
                    .singleElement()
                    .isInstanceOfSatisfying(RetireEpoch.class, retire -> assertThat(retire.executionId())
                            .isEqualTo(fence)));
        }
    }

    @Test
    void shouldPageWhenDueUntilAnsweredAndAgainUntilClosed() throws Exception {
        try (FakeExecutor executor = executor(ObligationIT::leaveWhatIsOwed)) {
            String snapshot = open("eu-west-1", "eu-central-1") + ".copy-snapshot";
            await("its command").atMost(SOON).until(() -> executor.commanded().contains("copy-snapshot/1"));
            assertThat(pages(snapshot)).isZero();

            dueNow(snapshot);
            await("the page").atMost(SOON).until(() -> pages(snapshot) == 1);
            say(snapshot, "answer", OWNER).statusCode(200).body("state", equalTo("open"));
            assertThat(pages(snapshot)).isZero();

            dueNow(snapshot);
            await("the reminder").atMost(SOON).until(() -> pages(snapshot) == 1);
            say(snapshot, "waive", OWNER).statusCode(200).body("state", equalTo("waived"));
            assertThat(pages(snapshot)).isZero();
        }
    }

    @Test
    void shouldBeOvertakenWhenTheApplicationIsMovedBack() throws Exception {
        try (FakeExecutor executor = executor(ObligationIT::leaveWhatIsOwed)) {
            String first = open("eu-west-1", "eu-central-1");
            await("the first's end").atMost(SOON).until(() -> executor.commanded()
                    .contains("fence-pending/1"));

            open("eu-central-1", "eu-west-1");

            await("the second's end").atMost(SOON).untilAsserted(() -> assertThat(
                            executor.incidentEvents(ExecutionCompleted.class))
                    .hasSize(2));
            await("the fence's end").atMost(SOON).untilAsserted(() -> given().get(
                            "/obligations/" + first + ".fence-pending")
                    .then()
                    .body("state", equalTo("overtaken"))
                    .body("proof", containsString("eu-west-1")));
            given().get("/obligations/" + first + ".copy-snapshot").then().body("state", equalTo("open"));
        }
    }

    /** Everything goes well, but for the fence, which finds nobody there. */
    private static List<StepEvent> pendingFence(RunStep command) {
        return command.stepId().equals("fence")
                ? List.of(new StepSucceeded(
                        FakeExecutor.ref(command), Effect.PENDING, Duration.ZERO, "no answer", null, List.of()))
                : FakeExecutor.succeed(command);
    }

    private static List<StepEvent> leaveWhatIsOwed(RunStep command) {
        return OWED.contains(command.stepId()) ? List.of() : pendingFence(command);
    }

    private static ValidatableResponse say(String obligation, String verb, String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/obligations/" + obligation + "/" + verb)
                .then();
    }

    private void dueNow(String obligation) {
        transactions
                .run(() -> sessions.withSession(session -> session.createNativeQuery(
                                "update obligation set page_at = now() where obligation_id = :id")
                        .setParameter("id", obligation)
                        .executeUpdate()))
                .await()
                .atMost(SOON);
    }

    private long pages(String obligation) {
        return transactions
                .run(() -> sessions.withSession(session -> session.createNativeQuery(
                                "select count(*) from page where notification_id = :id and answered_at is null",
                                Long.class)
                        .setParameter("id", "obligation/" + obligation)
                        .getSingleResult()))
                .await()
                .atMost(SOON);
    }

    private FakeExecutor executor(Function<RunStep, List<StepEvent>> script) {
        return new FakeExecutor(bootstrap, application, script);
    }

    private String open(String from, String to) {
        OpenExecution request = new OpenExecution(
                "incident-" + application,
                application,
                "failover",
                Mode.LIVE,
                Form.UNPLANNED,
                from,
                to,
                ShopPlan.revision(),
                List.of());
        return transactions.run(() -> opener.open(request)).await().atMost(SOON);
    }
}
