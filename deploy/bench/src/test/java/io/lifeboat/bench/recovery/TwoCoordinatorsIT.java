package io.lifeboat.bench.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lifeboat.bench.flow.Clients;
import io.lifeboat.bench.flow.SyntheticVantage;
import io.lifeboat.bench.flow.Tail;
import io.lifeboat.bench.room.Plans;
import io.lifeboat.bench.room.Room;
import io.lifeboat.bench.room.StepServer;
import io.lifeboat.bench.room.Vantages;
import io.lifeboat.contract.Topic;
import io.lifeboat.contract.command.RunStep;
import io.lifeboat.contract.incident.ExecutionCompleted;
import io.lifeboat.contract.incident.ExecutionOpened;
import io.lifeboat.contract.incident.IncidentOpened;
import io.lifeboat.e2e.stack.Layout;
import io.lifeboat.e2e.stack.Services;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** Two coordinators on one database and the same topics, killed in turn while incidents come in: one execution for each. */
class TwoCoordinatorsIT {

    private static final int INCIDENTS = 50;

    /** In turn: every build kills each of them once. */
    private static final int KILLS = Integer.getInteger("lifeboat.repetitions", 1) > 1 ? 20 : 2;

    /** A killed one is missed for its Kafka session, 6 s, and starts again within some seconds more. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** As detectors do while all is well or lost alike, and well within the plans' evidenceWithin. */
    private static final Duration TOLD_EVERY = Duration.ofSeconds(15);

    private final Map<String, String> executions = new ConcurrentHashMap<>();
    private final Map<String, String> incidents = new ConcurrentHashMap<>();
    private final Set<String> completed = ConcurrentHashMap.newKeySet();
    private final Set<String> commands = ConcurrentHashMap.newKeySet();

    @Test
    void shouldOpenOneExecutionForEachIncidentHoweverOftenTheyAreKilled() {
        List<String> applications =
                IntStream.range(0, INCIDENTS).mapToObj(i -> "two-" + i).toList();
        try (Room room = Room.start(Layout.ofLauncher("two-coordinators"));
                StepServer server = new StepServer();
                Tail ignored = new Tail(
                        room.bootstrap(),
                        List.of(Topic.INCIDENT_EVENTS.wireName(), Topic.FAILOVER_COMMANDS.wireName()),
                        this::hear);
                KafkaProducer<String, byte[]> producer = Clients.producer(room.bootstrap())) {
            List<Services.Started> coordinators =
                    List.of(room.coordinator("coordinator-1", Map.of()), room.coordinator("coordinator-2", Map.of()));
            room.executor("executor-1");
            applications.forEach(application -> new Plans(room.rest()).automatic(application, server.url()));
            List<SyntheticVantage> vantages =
                    Vantages.ALL.stream().map(SyntheticVantage::new).toList();

            for (String application : applications) {
                vantages.forEach(vantage -> send(producer, vantage.snapshot(application)));
                // One alone: these vantages never see the region served again, so what another told later would be
                // news.
                send(producer, vantages.getFirst().confirmed(application));
            }
            for (int round = 0; round < KILLS; round++) {
                Services.Started victim = coordinators.get(round % 2);
                victim.child().kill();
                tellOnceMore(producer, vantages, applications);
                victim.child().restart();
                await("it is back").atMost(PATIENCE).until(() -> Room.isReady(victim));
            }

            await("every execution is complete")
                    .atMost(PATIENCE)
                    .pollInterval(TOLD_EVERY)
                    .untilAsserted(() -> {
                        tellOnceMore(producer, vantages, applications);
                        assertThat(completed).hasSize(INCIDENTS);
                    });
            assertThat(executions.values()).containsExactlyInAnyOrderElementsOf(applications);
            assertThat(incidents.values()).containsExactlyInAnyOrderElementsOf(applications);
            assertThat(commands).as("a command for each execution's one step").hasSize(INCIDENTS);
            assertThat(server.effects()).isEqualTo(INCIDENTS);
            assertThat(server.secondEffects()).isZero();
        }
    }

    /** Signals are state, and vantages go on telling them. */
    private static void tellOnceMore(
            KafkaProducer<String, byte[]> producer, List<SyntheticVantage> vantages, List<String> applications) {
        for (String application : applications) {
            vantages.forEach(vantage -> send(producer, vantage.snapshot(application)));
        }
        producer.flush();
    }

    private static void send(KafkaProducer<String, byte[]> producer, ProducerRecord<String, byte[]> record) {
        // What is lost shows as an execution that does not come.
        var unused = producer.send(record);
    }

    private void hear(Tail.Heard heard) {
        switch (heard.message().body()) {
            case ExecutionOpened opened -> executions.put(opened.executionId(), opened.application());
            case IncidentOpened opened -> incidents.put(opened.incidentId(), opened.application());
            case ExecutionCompleted ended -> completed.add(ended.executionId());
            case RunStep command -> commands.add(command.executionId() + "/" + command.stepId());
            default -> {}
        }
    }
}
