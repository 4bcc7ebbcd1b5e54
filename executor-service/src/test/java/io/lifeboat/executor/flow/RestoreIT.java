package io.lifeboat.executor.flow;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;

import io.lifeboat.contract.command.RunStep;
import io.lifeboat.contract.step.StepEvent;
import io.lifeboat.contract.step.StepRefused;
import io.lifeboat.contract.step.StepStarted;
import io.lifeboat.contract.step.StepSucceeded;
import io.lifeboat.testkit.ControlRoom;
import io.lifeboat.testkit.RestorableDatabase;
import io.lifeboat.testkit.RestorableRoomResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A real PostgreSQL goes back, by a base backup and a point-in-time recovery, behind a running executor, and the topic is read from
 * its beginning. What had been done was undone since, so that looking alone would have it done again.
 */
@QuarkusTest
@QuarkusTestResource(
        value = RestorableRoomResource.class,
        restrictToAnnotatedClass = true,
        initArgs = @ResourceArg(name = "service", value = "executor"))
class RestoreIT {

    RestorableDatabase restorable;

    @Inject
    KafkaClientService kafka;

    Broker broker;

    @BeforeEach
    void connect() {
        broker = new Broker(ControlRoom.shared().kafka().bootstrap());
    }

    @AfterEach
    void disconnect() {
        broker.close();
    }

    @Test
    void shouldChangeNothingOfThePastUntilItIsCommandedAnew() {
        // Given: a run that is open in the backup, and in truth ended later
        ScriptedAction.World open = hidden("open-in-the-backup");
        RunStep known = Commands.on("open-in-the-backup").build();
        broker.send(known);
        started(known);
        // and one that the executor holds in memory through it all
        ScriptedAction.World alive = hidden("alive");
        RunStep carried = Commands.on("alive").budget(Duration.ofMinutes(10)).build();
        broker.send(carried);
        started(carried);
        restorable.remember();
        // and one that the backup knows nothing of
        RunStep forgotten = Commands.on("forgotten").build();
        broker.send(forgotten);
        succeeded(forgotten);
        open.hidden = false;
        succeeded(known);
        ScriptedAction.world("forgotten").changes.set(0);
        open.changes.set(0);

        // When
        restorable.goBack();
        readFromTheBeginning();

        // Then: what is told again is refused, and says why
        eventually().untilAsserted(() -> assertThat(eventsOf(forgotten))
                .filteredOn(StepRefused.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(StepRefused.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(StepRefused.Reason.BEFORE_FIRST_START);
                    assertThat(refused.detail()).contains("restored");
                }));
        alive.hidden = false;
        // What was commanded since is carried out, a settle time later, when much was swept for runs to carry on.
        RunStep since = Commands.on("since").build();
        broker.send(since);
        succeeded(since);
        assertThat(ScriptedAction.world("forgotten").calls).hasValue(1);
        assertThat(open.calls).hasValue(1);
        assertThat(alive.calls).hasValue(0);
        given().get("/memory").then().statusCode(200).body("$", hasSize(greaterThan(1)));

        // And when a person has it commanded once more, it is done
        RunStep again = Commands.on("open-in-the-backup")
                .application(known.application())
                .executionId(known.executionId())
                .attempt(600)
                .build();
        broker.send(again);
        succeeded(again);
        assertThat(open.calls).hasValue(2);
    }

    private static ScriptedAction.World hidden(String resource) {
        ScriptedAction.World world = ScriptedAction.world(resource);
        world.hidden = true;
        return world;
    }

    /** Offsets went back with the database, or somebody reset them. */
    private void readFromTheBeginning() {
        kafka.getConsumerChannels().stream()
                .filter(channel -> channel.startsWith("failover-commands"))
                .forEach(channel -> kafka.getConsumer(channel)
                        .runOnPollingThread(consumer -> {
                            consumer.seekToBeginning(consumer.assignment());
                        })
                        .await()
                        .atMost(Duration.ofSeconds(60)));
    }

    private void started(RunStep command) {
        eventually().untilAsserted(() -> assertThat(eventsOf(command)).hasAtLeastOneElementOfType(StepStarted.class));
    }

    private void succeeded(RunStep command) {
        eventually().untilAsserted(() -> assertThat(eventsOf(command)).hasAtLeastOneElementOfType(StepSucceeded.class));
    }

    private List<StepEvent> eventsOf(RunStep command) {
        return broker.eventsOf(command.application()).stream()
                .filter(event -> event.ref().commandId().equals(command.commandId()))
                .toList();
    }

    private static ConditionFactory eventually() {
        return await("commands are carried out in the background").atMost(Duration.ofSeconds(60));
    }
}
