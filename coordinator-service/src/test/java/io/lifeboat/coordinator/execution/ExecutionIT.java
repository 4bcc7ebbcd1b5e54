package io.lifeboat.coordinator.execution;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.lifeboat.chassis.transaction.Transactions;
import io.lifeboat.contract.command.Command;
import io.lifeboat.contract.command.RetireEpoch;
import io.lifeboat.contract.command.RunStep;
import io.lifeboat.contract.incident.ExecutionAborted;
import io.lifeboat.contract.incident.ExecutionCompleted;
import io.lifeboat.contract.incident.ExecutionOpened;
import io.lifeboat.contract.incident.ExecutionPaused;
import io.lifeboat.contract.incident.LossStated;
import io.lifeboat.contract.incident.LossStated.Moment;
import io.lifeboat.contract.incident.Mode;
import io.lifeboat.contract.incident.ObligationOpened;
import io.lifeboat.contract.incident.StepSettled;
import io.lifeboat.contract.step.ErrorClass;
import io.lifeboat.contract.step.StepEvent;
import io.lifeboat.contract.step.StepFailed;
import io.lifeboat.coordinator.command.Form;
import io.lifeboat.testkit.ControlRoomResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The engine against a real broker and database, with a scripted executor at the other end. */
@QuarkusTest
@QuarkusTestResource(
        value = ControlRoomResource.class,
        initArgs = @ResourceArg(name = "service", value = "coordinator"))
class ExecutionIT {

    /** Two hops and a transaction are some milliseconds; a loaded machine with two cores takes its time. */
    private static final Duration SOON = Duration.ofSeconds(30);

    private static final String COMMANDER = "{\"who\": \"commander\", \"why\": \"the runbook says so\"}";

    @Inject
    Transactions transactions;

    @Inject
    ExecutionOpener opener;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    private final String application = "shop-" + UUID.randomUUID();

    @Test
    void shouldTakeTheShopsPlanToItsEndWhateverIsSaidTwice() throws Exception {
        try (FakeExecutor executor = executor(FakeExecutor::succeed)) {
            String execution = open();

            await("what is owed, said last").atMost(SOON).untilAsserted(() -> assertThat(
                            executor.incidentEvents(ObligationOpened.class))
                    .extracting(ObligationOpened::kind)
                    .containsExactly("copy-snapshot", "rebuild-protection"));

            assertThat(executor.incidentEvents(ExecutionCompleted.class)).hasSize(1);

            await("the commands of what is owed").atMost(SOON).untilAsserted(() -> assertThat(executor.commanded())
                    .hasSize(12));
            assertThat(executor.commanded())
                    .containsExactlyInAnyOrder(
                            "freeze/1",
                            "fence/1",
                            "promote/1",
                            "scale/1",
                            "roll/1",
                            "smoke/1",
                            "shift/1",
                            "verify/1",
                            "tell/1",
                            "latch/1",
                            "copy-snapshot/1",
                            "rebuild-protection/1");
            assertThat(executor.commands())
                    .extracting(Command::epoch)
                    .containsOnly(executor.incidentEvents(ExecutionOpened.class)
                            .getFirst()
                            .epoch());
            assertThat(executor.incidentEvents(StepSettled.class)).hasSize(10);
            assertThat(executor.incidentEvents(LossStated.class))
                    .extracting(LossStated::moment)
                    .containsExactly(Moment.PROMOTION, Moment.RECONCILIATION);
            given().get("/executions/" + execution)
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("completed"))
                    .body("pastNoReturn", equalTo(true))
                    .body("steps.state", equalTo(Collections.nCopies(10, "succeeded")))
                    .body("legalVerbs", equalTo(List.of()));
        }
    }

    @Test
    void shouldPinTheCommandToTheTwoRegions() throws Exception {
        try (FakeExecutor executor = executor(FakeExecutor::succeed)) {
            open();

            await("the promotion's command").atMost(SOON).until(() -> executor.commanded()
                    .contains("promote/1"));

            RunStep promote = command(executor, "promote");
            assertThat(promote.with().at("/cluster/from").asText()).endsWith("arn.home");
            assertThat(promote.with().at("/cluster/to").asText()).endsWith("arn.other");
            assertThat(Duration.between(promote.issuedAt(), promote.notAfter())).isEqualTo(Duration.ofSeconds(60));
        }
    }

    @Test
    void shouldRetryByTheDatabasesTimersThenPauseAndGoOnWhenAPersonSaysSo() throws Exception {
        Function<RunStep, List<StepEvent>> script = command -> switch (command.stepId() + "/" + command.attempt()) {
            case "scale/1" -> failed(command, ErrorClass.THROTTLED);
            case "scale/2" -> failed(command, ErrorClass.CAPACITY);
            default -> FakeExecutor.succeed(command);
        };
        try (FakeExecutor executor = executor(script)) {
            String execution = open();
            await("the pause").atMost(SOON).untilAsserted(() -> assertThat(
                            executor.incidentEvents(ExecutionPaused.class))
                    .hasSize(1));

            given().contentType(ContentType.JSON)
                    .body(COMMANDER)
                    .post("/executions/" + execution + "/resume")
                    .then()
                    .statusCode(409)
                    .body("remedy", containsString("retry scale"));
            given().contentType(ContentType.JSON)
                    .body(COMMANDER)
                    .post("/executions/" + execution + "/steps/scale/retry")
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("running"));

            await("the end").atMost(SOON).untilAsserted(() -> assertThat(
                            executor.incidentEvents(ExecutionCompleted.class))
                    .hasSize(1));
            assertThat(executor.commanded())
                    .filteredOn(command -> command.startsWith("scale/"))
                    .containsExactly("scale/1", "scale/2", "scale/3");
        }
    }

    @Test
    void shouldHoldTheSlotUntilAnAbortedExecutionIsKnownAndThenRaiseTheEpoch() throws Exception {
        Function<RunStep, List<StepEvent>> script =
                command -> command.stepId().equals("fence") ? List.of() : FakeExecutor.succeed(command);
        try (FakeExecutor executor = executor(script)) {
            String first = open();
            await("the fence's command").atMost(SOON).until(() -> executor.commanded()
                    .contains("fence/1"));

            given().contentType(ContentType.JSON)
                    .body(COMMANDER)
                    .post("/executions/" + first + "/abort")
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("aborting"))
                    .body("nextSafeVerb", containsString("fence"));
            assertThatThrownBy(this::open)
                    .isInstanceOfSatisfying(SlotTakenException.class, taken -> assertThat(taken.executionId())
                            .isEqualTo(first));

            await("the epoch's retirement")
                    .atMost(SOON)
                    .until(() -> executor.commands().getLast() instanceof RetireEpoch);
            FakeExecutor.succeed(command(executor, "fence")).forEach(executor::say);
            await("the end of the abort").atMost(SOON).untilAsserted(() -> assertThat(
                            executor.incidentEvents(ExecutionAborted.class))
                    .singleElement()
                    .satisfies(aborted -> assertThat(aborted.done()).containsExactly("freeze", "fence")));
            open();

            await("the second opening").atMost(SOON).untilAsserted(() -> assertThat(
                            executor.incidentEvents(ExecutionOpened.class))
                    .hasSize(2));
            List<ExecutionOpened> opened = executor.incidentEvents(ExecutionOpened.class);
            assertThat(opened.getLast().epoch()).isGreaterThan(opened.getFirst().epoch());
        }
    }

    @Test
    void shouldNameTheFieldAndTheRemedyWhenAnActIsIncomplete() throws Exception {
        try (FakeExecutor executor = executor(command -> List.of())) {
            String execution = open();

            given().contentType(ContentType.JSON)
                    .body("{\"who\": \"commander\"}")
                    .post("/executions/" + execution + "/pause")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("field", equalTo("/why"));
            given().contentType(ContentType.JSON)
                    .body(COMMANDER)
                    .post("/executions/" + execution + "/steps/nothing/skip")
                    .then()
                    .statusCode(404)
                    .body("remedy", containsString("promote"));
            given().get("/executions/none").then().statusCode(404).body("field", equalTo("id"));
            given().get("/executions/" + execution).then().body("legalVerbs", hasItems("abort", "pause"));
            assertThat(executor.commands()).hasSizeLessThan(2);
        }
    }

    private static RunStep command(FakeExecutor executor, String step) {
        return executor.commands().stream()
                .filter(RunStep.class::isInstance)
                .map(RunStep.class::cast)
                .filter(command -> command.stepId().equals(step))
                .findFirst()
                .orElseThrow();
    }

    private static List<StepEvent> failed(RunStep command, ErrorClass errorClass) {
        return List.of(new StepFailed(
                FakeExecutor.ref(command),
                errorClass,
                true,
                Duration.ofMillis(5),
                "no room",
                "ask for a higher quota"));
    }

    private FakeExecutor executor(Function<RunStep, List<StepEvent>> script) {
        return new FakeExecutor(bootstrap, application, script);
    }

    private String open() {
        OpenExecution request = new OpenExecution(
                "incident-" + application,
                application,
                "failover",
                Mode.LIVE,
                Form.UNPLANNED,
                "eu-west-1",
                "eu-central-1",
                ShopPlan.revision(),
                List.of());
        return transactions.run(() -> opener.open(request)).await().atMost(SOON);
    }
}
