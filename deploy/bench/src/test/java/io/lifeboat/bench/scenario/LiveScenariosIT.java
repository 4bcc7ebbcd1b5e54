package io.lifeboat.bench.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lifeboat.bench.flow.Clients;
import io.lifeboat.bench.flow.Tail;
import io.lifeboat.bench.room.Room;
import io.lifeboat.contract.Topic;
import io.lifeboat.contract.incident.DisasterClass;
import io.lifeboat.e2e.client.Rest;
import io.lifeboat.e2e.stack.Layout;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.junit.jupiter.api.Test;

/**
 * The scenarios that are marked live, side by side and in real time, to a packaged coordinator on a real Kafka and PostgreSQL:
 * it decides as the same code does under a turned clock.
 */
class LiveScenariosIT {

    private static final int LEAST = 10;

    /** For a coordinator that is slow: what must not be too early is told by its messages, and nothing is ever too late. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** The losses of one region have nothing to do with each other here, and what is opened is not carried out. */
    private static final Map<String, String> STRANGERS = Map.of("lifeboat.waves.failures", "100");

    @Test
    void shouldDecideInRealTimeAsUnderATurnedClock() throws IOException {
        Layout layout = Layout.ofLauncher("live-scenarios");
        List<LiveScenario> scenarios = LiveScenario.in(layout.root().resolve("deploy/scenarios"));
        assertThat(scenarios).hasSizeGreaterThanOrEqualTo(LEAST);
        assertThat(scenarios)
                .extracting(live -> live.scenario().expect().disasterClass())
                .as("one of each class at least")
                .contains(DisasterClass.values());
        Map<String, LiveHearing> heard = new ConcurrentHashMap<>();

        try (Room room = Room.start(layout);
                KafkaProducer<String, byte[]> producer = Clients.producer(room.bootstrap());
                ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
                ScheduledExecutorService desk = Executors.newScheduledThreadPool(2)) {
            room.coordinator("coordinator-1", STRANGERS);
            scenarios.forEach(live -> live.prepare(room.rest()));
            try (Tail ignored = tail(room, heard)) {
                Began began = Began.now();
                scenarios.forEach(live -> {
                    LiveHearing hearing = new LiveHearing(live, began);
                    heard.put(live.application(), hearing);
                    new LiveVantages(live, hearing, producer, clock).begin(began);
                    new LivePeople(live, hearing, new Rest(room.url()), desk).begin(began);
                });
                await("every scenario is decided as expected")
                        .atMost(longest(scenarios).plus(PATIENCE))
                        .pollInterval(Duration.ofSeconds(1))
                        .untilAsserted(() -> assertThat(differences(heard)).isEmpty());
            } finally {
                clock.shutdownNow();
                desk.shutdownNow();
            }
        }
    }

    private static Tail tail(Room room, Map<String, LiveHearing> heard) {
        return new Tail(
                room.bootstrap(),
                List.of(Topic.INCIDENT_EVENTS.wireName(), Topic.FAILOVER_COMMANDS.wireName()),
                record -> {
                    LiveHearing hearing = heard.get(record.application());
                    if (hearing != null) {
                        hearing.hear(record.nanos(), record.message());
                    }
                });
    }

    private static Duration longest(List<LiveScenario> scenarios) {
        return scenarios.stream()
                .map(LiveScenario::lasts)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Map<String, List<String>> differences(Map<String, LiveHearing> heard) {
        return heard.entrySet().stream()
                .map(each -> Map.entry(each.getKey(), each.getValue().differences()))
                .filter(each -> !each.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
