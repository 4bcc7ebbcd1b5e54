package io.lifeboat.executor.flow;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lifeboat.contract.command.RetireEpoch;
import io.lifeboat.contract.command.RunStep;
import io.lifeboat.contract.envelope.Envelope;
import io.lifeboat.contract.envelope.MessageType;
import io.lifeboat.contract.step.StepAccepted;
import io.lifeboat.contract.step.StepEvent;
import io.lifeboat.contract.step.StepFailed;
import io.lifeboat.contract.step.StepIndeterminate;
import io.lifeboat.contract.step.StepNeedsPerson;
import io.lifeboat.contract.step.StepRefused;
import io.lifeboat.contract.step.StepStarted;
import io.lifeboat.contract.step.StepSucceeded;
import io.lifeboat.testkit.ControlRoom;
import io.lifeboat.testkit.ControlRoomResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commands in, step events out, over a real broker and a real database. */
@QuarkusTest
@QuarkusTestResource(value = ControlRoomResource.class, initArgs = @ResourceArg(name = "service", value = "executor"))
class CommandFlowIT {

    ControlRoom room;
    Broker broker;

    @BeforeEach
    void connect() {
        broker = new Broker(room.kafka().bootstrap());
    }

    @AfterEach
    void disconnect() {
        broker.close();
    }

    @Test
    void shouldAcceptRunAndEndAStep() {
        // Given
        RunStep command = Commands.on("plain").build();

        // When
        broker.send(command);

        // Then
        eventually().untilAsserted(() -> assertThat(typesOf(command))
                .containsExactly(StepAccepted.class, StepStarted.class, StepSucceeded.class));
        assertThat(ends(command)).singleElement().isInstanceOfSatisfying(StepSucceeded.class, succeeded -> assertThat(
                        succeeded.effect())
                .isEqualTo(StepSucceeded.Effect.APPLIED));
        given().get("/step-runs/" + command.commandId()).then().statusCode(200);
        given().get("/step-runs").then().statusCode(200);
    }

    @Test
    void shouldRunOnceHoweverOftenACommandIsDelivered() {
        // Given
        RunStep command = Commands.on("duplicated").build();
        RunStep sameUnderAnotherId = Commands.on("duplicated")
                .application(command.application())
                .executionId(command.executionId())
                .build();
        RunStep after = Commands.on("after")
                .application(command.application())
                .stepId("next")
                .build();

        // When
        broker.send(command);
        broker.send(command);
        broker.send(command, UUID.randomUUID().toString());
        broker.send(sameUnderAnotherId);
        broker.send(after);

        // Then
        eventually().untilAsserted(() -> assertThat(ends(after)).hasSize(1));
        eventually().untilAsserted(() -> assertThat(ends(command)).hasSize(1));
        assertThat(typesOf(command)).filteredOn(StepAccepted.class::equals).hasSize(1);
        assertThat(typesOf(sameUnderAnotherId)).isEmpty();
        assertThat(ScriptedAction.world("duplicated").changes).hasValue(1);
    }

    @Test
    void shouldRefuseAnOlderEpoch() {
        // Given
        RunStep newer = Commands.on("newer").epoch(2_000).build();
        RunStep older = Commands.on("older")
                .application(newer.application())
                .epoch(1_999)
                .build();

        // When
        broker.send(newer);
        broker.send(older);

        // Then
        refusedFor(older, StepRefused.Reason.STALE_EPOCH);
        assertThat(ScriptedAction.world("older").calls).hasValue(0);
    }

    @Test
    void shouldRefuseACommandThatExpired() {
        RunStep expired = Commands.on("expired").span(Duration.ZERO).build();

        broker.send(expired);

        refusedFor(expired, StepRefused.Reason.EXPIRED);
        assertThat(ScriptedAction.world("expired").calls).hasValue(0);
    }

    @Test
    void shouldRefuseWhatItCannotDo() {
        RunStep unknown = Commands.on("unknown").action("tea.brew").build();
        RunStep invalid = Commands.on("invalid").with("resource", 7).build();

        broker.send(unknown);
        broker.send(invalid);

        refusedFor(unknown, StepRefused.Reason.UNKNOWN_ACTION);
        assertThat(refusedFor(invalid, StepRefused.Reason.INVALID_INPUT).detail())
                .startsWith("with/resource: ");
    }

    @Test
    void shouldMoveWhatItCannotReadToTheDeadLettersAndGoOn() {
        // Given
        RunStep good = Commands.on("good").build();
        Map<String, String> headers =
                Map.of(Envelope.ID, UUID.randomUUID().toString(), Envelope.TYPE, MessageType.RUN_STEP.wireName());

        // When
        broker.send(good.application(), headers, "{\"epoch\":\"soon\"}".getBytes(StandardCharsets.UTF_8));
        broker.send(good);

        // Then
        eventually().untilAsserted(() -> assertThat(ends(good)).hasSize(1));
        eventually().untilAsserted(() -> assertThat(broker.deadLettersOf(good.application()))
                .singleElement()
                .asString()
                .contains("commandId"));
    }

    @Test
    void shouldLookBeforeItDecidesWhatALostAnswerMeant() {
        RunStep command =
                Commands.on("lost-after").answer("lost-after").irreversible().build();

        broker.send(command);

        eventually()
                .untilAsserted(() -> assertThat(ends(command)).singleElement().isInstanceOf(StepSucceeded.class));
        assertThat(typesOf(command)).contains(StepIndeterminate.class);
        assertThat(ScriptedAction.world("lost-after").calls).hasValue(1);
    }

    @Test
    void shouldAskAPersonAndNotRepeatWhatMustNotBeRepeated() {
        RunStep command =
                Commands.on("lost-before").answer("lost-before").irreversible().build();

        broker.send(command);

        eventually()
                .untilAsserted(() -> assertThat(ends(command)).singleElement().isInstanceOf(StepNeedsPerson.class));
        assertThat(ScriptedAction.world("lost-before").calls).hasValue(1);
    }

    @Test
    void shouldTryAgainWhatWasCertainlyNotDone() {
        RunStep command = Commands.on("throttled")
                .answer("throttled-twice")
                .irreversible()
                .build();

        broker.send(command);

        eventually()
                .untilAsserted(() -> assertThat(ends(command)).singleElement().isInstanceOf(StepSucceeded.class));
        assertThat(ScriptedAction.world("throttled").changes).hasValue(1);
        assertThat(typesOf(command)).doesNotContain(StepIndeterminate.class);
    }

    @Test
    void shouldTakeOverTheRunOfADeadExecutorByLookingFirst() throws Exception {
        // Given: an executor died between committing its intent and hearing the answer; the change had been made.
        RunStep command = Commands.on("taken-over").irreversible().build();
        ScriptedAction.world("taken-over").changes.incrementAndGet();

        // When
        new StoredRuns(room).addIntended(command, -1);

        // Then
        eventually()
                .untilAsserted(() -> assertThat(ends(command)).singleElement().isInstanceOf(StepSucceeded.class));
        assertThat(typesOf(command)).contains(StepIndeterminate.class);
        assertThat(ScriptedAction.world("taken-over").calls).hasValue(0);
    }

    @Test
    void shouldStartNothingMoreForARetiredExecution() {
        // Given: a run that waits to be able to look
        ScriptedAction.World world = ScriptedAction.world("retired");
        world.hidden = true;
        RunStep waiting = Commands.on("retired").build();
        broker.send(waiting);
        eventually().untilAsserted(() -> assertThat(typesOf(waiting)).contains(StepStarted.class));

        // When
        broker.send(new RetireEpoch(
                UUID.randomUUID().toString(),
                waiting.application(),
                waiting.incidentId(),
                waiting.executionId(),
                waiting.epoch(),
                Instant.now(),
                "superseded"));
        RunStep late = Commands.on("retired")
                .application(waiting.application())
                .executionId(waiting.executionId())
                .stepId("late")
                .build();
        broker.send(late);
        refusedFor(late, StepRefused.Reason.STALE_EPOCH);
        world.hidden = false;

        // Then
        eventually()
                .untilAsserted(() ->
                        assertThat(ends(waiting)).singleElement().isInstanceOfAny(StepRefused.class, StepFailed.class));
        assertThat(world.calls).hasValue(0);
    }

    @Test
    void shouldNotStartWhatItLayInWaitForOnceANewerEpochWasSeen() {
        // Given: a run that waits for its moment, as a fence does for a region that returns
        ScriptedAction.World world = ScriptedAction.world("in-wait");
        world.hidden = true;
        RunStep waiting = Commands.on("in-wait").epoch(1_000).build();
        broker.send(waiting);
        eventually().untilAsserted(() -> assertThat(typesOf(waiting)).contains(StepStarted.class));

        // When
        RunStep newer = Commands.on("newer-execution")
                .application(waiting.application())
                .epoch(2_000)
                .build();
        broker.send(newer);
        eventually().untilAsserted(() -> assertThat(ends(newer)).hasSize(1));
        world.hidden = false;

        // Then
        eventually()
                .untilAsserted(() ->
                        assertThat(ends(waiting)).singleElement().isInstanceOfAny(StepRefused.class, StepFailed.class));
        assertThat(world.calls).hasValue(0);
    }

    private StepRefused refusedFor(RunStep command, StepRefused.Reason reason) {
        eventually().untilAsserted(() -> assertThat(ends(command))
                .singleElement()
                .isInstanceOfSatisfying(StepRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(reason)));
        return (StepRefused) ends(command).getFirst();
    }

    private Stream<StepEvent> eventsOf(RunStep command) {
        return broker.eventsOf(command.application()).stream()
                .filter(event -> event.ref().commandId().equals(command.commandId()));
    }

    private List<Class<?>> typesOf(RunStep command) {
        return eventsOf(command).<Class<?>>map(StepEvent::getClass).toList();
    }

    private List<StepEvent> ends(RunStep command) {
        return eventsOf(command)
                .filter(event -> event instanceof StepSucceeded
                        || event instanceof StepFailed
                        || event instanceof StepRefused
                        || event instanceof StepNeedsPerson)
                .toList();
    }

    private static ConditionFactory eventually() {
        return await("commands are carried out in the background").atMost(Duration.ofSeconds(60));
    }
}
