package io.lifeboat.executor.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lifeboat.contract.command.RunStep;
import io.lifeboat.contract.step.StepAccepted;
import io.lifeboat.contract.step.StepEvent;
import io.lifeboat.contract.step.StepIndeterminate;
import io.lifeboat.contract.step.StepNeedsPerson;
import io.lifeboat.contract.step.StepSucceeded;
import io.lifeboat.testkit.ControlRoom;
import io.lifeboat.testkit.ControlRoomResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who takes over goes on from what is written down, and waits until nothing of the former holder can be under way. */
@QuarkusTest
@QuarkusTestResource(value = ControlRoomResource.class, initArgs = @ResourceArg(name = "service", value = "executor"))
class TakeOverIT {

    ControlRoom room;
    Broker broker;
    StoredRuns stored;

    @BeforeEach
    void connect() {
        broker = new Broker(room.kafka().bootstrap());
        stored = new StoredRuns(room);
    }

    @AfterEach
    void disconnect() {
        broker.close();
    }

    @Test
    void shouldNotGoOnFromMemoryWithARunThatOthersHaveTakenFurther() throws Exception {
        // Given: a look that takes longer than the lease
        ScriptedAction.World world = ScriptedAction.world("remembered");
        world.seen = new CountDownLatch(1);
        RunStep command = Commands.on("remembered").irreversible().build();
        broker.send(command);
        eventually().untilAsserted(() -> assertThat(world.looks).hasPositiveValue());

        // When: meanwhile another executor begins to send the change and dies, and this one claims what lies idle
        stored.takeOverAndDie(command);
        RunStep bystander = Commands.on("bystander").build();
        broker.send(bystander);
        eventually()
                .untilAsserted(() -> assertThat(eventsOf(bystander)).hasAtLeastOneElementOfType(StepSucceeded.class));
        world.seen.countDown();

        // Then
        eventually().untilAsserted(() -> assertThat(eventsOf(command)).last().isInstanceOf(StepNeedsPerson.class));
        assertThat(eventsOf(command)).hasAtLeastOneElementOfType(StepIndeterminate.class);
        assertThat(world.calls).hasValue(0);
    }

    @Test
    void shouldCarryOnTheFormerAttemptAndNotSendItsChangeAgain() throws Exception {
        // Given
        RunStep former = Commands.on("attempts").irreversible().build();
        stored.addIntended(former, 2);
        RunStep next = Commands.on("attempts")
                .irreversible()
                .application(former.application())
                .executionId(former.executionId())
                .attempt(2)
                .build();

        // When
        broker.send(next);

        // Then
        eventually().untilAsserted(() -> assertThat(eventsOf(next)).last().isInstanceOf(StepNeedsPerson.class));
        assertThat(eventsOf(next)).hasAtLeastOneElementOfType(StepIndeterminate.class);
        assertThat(ScriptedAction.world("attempts").calls).hasValue(0);
    }

    /** Its word came too late or was lost, and the coordinator commands the step once more. */
    @Test
    void shouldNotChangeAgainWhatAnEarlierAttemptHasChanged() {
        // Given
        ScriptedAction.World world = ScriptedAction.world("rolled out");
        world.told = true;
        RunStep former = Commands.on("rolled out").build();
        broker.send(former);
        eventually().untilAsserted(() -> assertThat(eventsOf(former)).last().isInstanceOf(StepSucceeded.class));

        // When
        RunStep next = Commands.on("rolled out")
                .application(former.application())
                .executionId(former.executionId())
                .attempt(2)
                .build();
        broker.send(next);

        // Then
        eventually().untilAsserted(() -> assertThat(eventsOf(next)).last().isInstanceOf(StepSucceeded.class));
        assertThat(world.calls).hasValue(1);
    }

    @Test
    void shouldLeaveAnOlderAttemptThatComesLateAlone() {
        // Given
        RunStep newer = Commands.on("order").attempt(2).build();
        RunStep older = Commands.on("order")
                .application(newer.application())
                .executionId(newer.executionId())
                .build();
        broker.send(newer);
        eventually().untilAsserted(() -> assertThat(eventsOf(newer)).last().isInstanceOf(StepSucceeded.class));

        // When
        broker.send(older);
        RunStep after = Commands.on("after order")
                .application(newer.application())
                .stepId("next")
                .build();
        broker.send(after);

        // Then
        eventually().untilAsserted(() -> assertThat(eventsOf(after)).last().isInstanceOf(StepSucceeded.class));
        assertThat(eventsOf(older)).isEmpty();
    }

    @Test
    void shouldNotLookBeforeTheCallsOfAnOlderEpochAreOver() throws Exception {
        // Given: an executor is sending a change under the older epoch
        RunStep older = Commands.on("older epoch").build();
        stored.addIntended(older, 3600);
        RunStep newer = Commands.on("newer epoch")
                .application(older.application())
                .epoch(older.epoch() + 1)
                .build();

        // When: it is stored, and after that another is carried out, so that this one could have been too
        broker.send(newer);
        eventually().untilAsserted(() -> assertThat(eventsOf(newer)).hasAtLeastOneElementOfType(StepAccepted.class));
        RunStep bystander = Commands.on("another bystander").build();
        broker.send(bystander);

        // Then
        eventually()
                .untilAsserted(() -> assertThat(eventsOf(bystander)).hasAtLeastOneElementOfType(StepSucceeded.class));
        assertThat(ScriptedAction.world("newer epoch").looks).hasValue(0);
        stored.endLease(newer);
        eventually().untilAsserted(() -> assertThat(eventsOf(newer)).last().isInstanceOf(StepSucceeded.class));
    }

    private List<StepEvent> eventsOf(RunStep command) {
        return broker.eventsOf(command.application()).stream()
                .filter(event -> event.ref().commandId().equals(command.commandId()))
                .toList();
    }

    private static ConditionFactory eventually() {
        return await("commands are carried out in the background").atMost(Duration.ofSeconds(30));
    }
}
