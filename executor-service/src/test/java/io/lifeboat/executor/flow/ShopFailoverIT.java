package io.lifeboat.executor.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lifeboat.contract.command.RunStep;
import io.lifeboat.contract.signal.HeartbeatRow;
import io.lifeboat.contract.step.StepEvent;
import io.lifeboat.contract.step.StepFailed;
import io.lifeboat.contract.step.StepNeedsPerson;
import io.lifeboat.contract.step.StepRefused;
import io.lifeboat.contract.step.StepSucceeded;
import io.lifeboat.contract.step.StepSucceeded.Effect;
import io.lifeboat.executor.network.Names;
import io.lifeboat.testkit.ControlRoom;
import io.lifeboat.testkit.ControlRoomResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Every step of the shop's failover, against the sandbox, with the home region and us-east-1's control plane lost. */
@QuarkusTest
@QuarkusTestResource(value = ControlRoomResource.class, initArgs = @ResourceArg(name = "service", value = "executor"))
@QuarkusTestResource(value = SandboxResource.class, restrictToAnnotatedClass = true)
class ShopFailoverIT {

    ControlRoom room;
    Shop shop;

    @Inject
    Names names;

    private final String execution = UUID.randomUUID().toString();
    private final String application = "shop-" + execution;

    @Test
    void shouldServeTheShopFromTheOtherRegion() throws Exception {
        // Given
        writeHeartbeat();
        shop.operator("POST", "/faults/control-planes/us-east-1/lose");
        shop.operator("POST", "/faults/regions/eu-west-1/lose");

        try (Broker broker = new Broker(room.kafka().bootstrap())) {
            // When
            StepSucceeded freeze = run(broker, "freeze");
            StepSucceeded fence = run(broker, "fence");
            RunStep promote = sent(broker, "promote");
            RunStep scale = sent(broker, "scale");
            StepSucceeded promoted = succeeded(broker, promote);
            StepSucceeded scaled = succeeded(broker, scale);
            StepSucceeded rolled = run(broker, "roll");
            run(broker, "smoke");
            StepSucceeded shifted = run(broker, "shift");
            StepSucceeded verified = run(broker, "verify");
            run(broker, "tell");
            StepSucceeded latched = run(broker, "latch");

            // Then
            assertThat(freeze.effect()).isEqualTo(Effect.ALREADY_SO);
            assertThat(fence.effect()).isEqualTo(Effect.PENDING);
            assertThat(promoted.effect()).isEqualTo(Effect.APPLIED);
            assertThat(promoted.heartbeats()).extracting(HeartbeatRow::vantage).containsExactly("test");
            assertThat(scaled.effect()).isEqualTo(Effect.APPLIED);
            assertThat(rolled.effect()).isEqualTo(Effect.APPLIED);
            assertThat(shifted.effect()).isEqualTo(Effect.APPLIED);
            assertThat(latched.effect()).isEqualTo(Effect.PENDING);
            assertThat(verified.heartbeats()).extracting(HeartbeatRow::sequence).containsExactly(7L);
            assertThat(failovers()).isEqualTo(1);
            assertThat(shop.operator("GET", "/state").path("pages").toString()).contains(execution + "/tell");

            // When: the same step once more, as a person's retry would send it
            StepSucceeded again = run(broker, "promote");

            // Then
            assertThat(again.effect()).isEqualTo(Effect.ALREADY_SO);
            assertThat(failovers()).isEqualTo(1);
        }
    }

    /** How often the global cluster's writer was changed, as the sandbox counted it. */
    private int failovers() {
        return shop.operator("GET", "/effects")
                .path("rds:global-cluster:shop")
                .path("failover")
                .intValue();
    }

    private StepSucceeded run(Broker broker, String step) {
        return succeeded(broker, sent(broker, step));
    }

    private RunStep sent(Broker broker, String step) {
        RunStep command = shop.command(
                step,
                execution
                        + (broker.eventsOf(application).stream()
                                        .anyMatch(event -> event.ref().stepId().equals(step))
                                ? "-again"
                                : ""),
                application);
        broker.send(command);
        return command;
    }

    private StepSucceeded succeeded(Broker broker, RunStep command) {
        StepEvent end = await("step " + command.stepId() + " is carried out")
                .atMost(Duration.ofSeconds(90))
                .until(() -> end(broker, command), Optional::isPresent)
                .orElseThrow();
        assertThat(end).as(end.toString()).isInstanceOf(StepSucceeded.class);
        return (StepSucceeded) end;
    }

    private static Optional<StepEvent> end(Broker broker, RunStep command) {
        Set<Class<?>> ends = Set.of(StepSucceeded.class, StepFailed.class, StepRefused.class, StepNeedsPerson.class);
        return broker.eventsOf(command.application()).stream()
                .filter(event -> event.ref().commandId().equals(command.commandId()))
                .filter(event -> ends.contains(event.getClass()))
                .findFirst();
    }

    /** What a detector's sql-write watch keeps. */
    private void writeHeartbeat() throws SQLException {
        String writer = names.addresses("db.shop.internal").iterator().next();
        String url = "jdbc:postgresql://%s:%s/shop".formatted(writer, shop.sandbox("/ports/postgres"));
        try (Connection connection = DriverManager.getConnection(
                        url, shop.sandbox("/secrets/orders-rw/username"), shop.sandbox("/secrets/orders-rw/password"));
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists lifeboat_heartbeat"
                    + "(vantage text not null, since timestamptz not null, sequence bigint not null,"
                    + " sent_at timestamptz not null, primary key (vantage, since))");
            statement.execute("insert into lifeboat_heartbeat values ('test', now(), 7, now())");
        }
        await("the heartbeat reaches the other region")
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(this::replicated);
    }

    private boolean replicated() throws SQLException {
        String other =
                names.addresses("db.eu-central-1.shop.internal").iterator().next();
        String url = "jdbc:postgresql://%s:%s/shop".formatted(other, shop.sandbox("/ports/postgres"));
        try (Connection connection = DriverManager.getConnection(
                        url, shop.sandbox("/secrets/orders-rw/username"), shop.sandbox("/secrets/orders-rw/password"));
                Statement statement = connection.createStatement()) {
            return statement.executeQuery("select 1 from lifeboat_heartbeat").next();
        }
    }
}
