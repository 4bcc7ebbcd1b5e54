package io.lifeboat.bench.command;

import io.lifeboat.bench.flow.Clients;
import io.lifeboat.bench.flow.SyntheticVantage;
import io.lifeboat.bench.flow.Tail;
import io.lifeboat.bench.room.CoordinatorTables;
import io.lifeboat.bench.room.Plans;
import io.lifeboat.bench.room.Room;
import io.lifeboat.bench.room.StepServer;
import io.lifeboat.bench.room.Vantages;
import io.lifeboat.bench.room.Waiting;
import io.lifeboat.bench.room.WallClock;
import io.lifeboat.contract.Topic;
import io.lifeboat.e2e.stack.Services;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;

/**
 * Makes a coordinator decide, once for each application, and times it. The executor runs only between two rates: it carries the
 * commands out, so that the incidents close and the next rate is measured with none open.
 */
final class Decisions implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration DRAIN = Duration.ofMinutes(2);
    private static final Duration SIGNALS_EVERY = Duration.ofSeconds(5);
    private static final String PREFIX = "b4-";
    private static final String EXECUTOR = "executor-1";
    private static final int WARM = 40;
    private static final int WARM_ROUNDS = 4;

    private final Room room;
    private final StepServer server;
    private final Plans plans;
    private final CoordinatorTables tables;
    private final KafkaProducer<String, byte[]> producer;
    private final Map<String, SyntheticVantage> vantages;
    private final Map<String, Long> sent = new ConcurrentHashMap<>();
    private final Map<String, Long> commanded = new ConcurrentHashMap<>();
    private final Tail commands;

    Decisions(Room room, StepServer server) {
        this.room = room;
        this.server = server;
        this.plans = new Plans(room.rest());
        this.tables = new CoordinatorTables(room);
        this.producer = Clients.producer(room.bootstrap());
        this.vantages = Map.of(
                Vantages.NORTH, new SyntheticVantage(Vantages.NORTH),
                Vantages.SOUTH, new SyntheticVantage(Vantages.SOUTH));
        this.commands = new Tail(
                room.bootstrap(),
                List.of(Topic.FAILOVER_COMMANDS.wireName()),
                heard -> commanded.putIfAbsent(heard.application(), heard.nanos()));
    }

    /**
     * What was timed, in ms.
     *
     * @param decisionToCommand from the commit
     * @param eventToCommand from before the event was produced
     * @param eventToDecision from there to the commit
     * @param missing applications without a command in time
     */
    record Timed(
            List<Double> decisionToCommand, List<Double> eventToCommand, List<Double> eventToDecision, int missing) {}

    /** Until the coordinator's code is compiled as a long-running one's is; the executor runs meanwhile. */
    void warmUp() {
        Services.Started executor = room.executor(EXECUTOR);
        for (int round = 1; round <= WARM_ROUNDS; round++) {
            List<String> applications = applications(WARM);
            decide(applications, WARM / WARM_ROUNDS * round);
            drained(applications);
        }
        executor.child().stop();
    }

    /** That many applications, at that rate. */
    Timed at(int rate, int count) {
        List<String> applications = applications(count);
        WallClock clock = WallClock.read();
        decide(applications, rate);
        Timed timed = timed(applications, tables.decisions(PREFIX + "%"), clock);
        Services.Started executor = room.executor(EXECUTOR);
        drained(applications);
        executor.child().stop();
        return timed;
    }

    @Override
    public void close() {
        commands.close();
        producer.close(Duration.ofSeconds(2));
    }

    /** Both vantages see it; without an incident nothing follows from that yet. */
    private void signals(List<String> applications) {
        long before = tables.views();
        tell(applications);
        Waiting.until(
                "the signals to be kept",
                PATIENCE,
                () -> tables.views() == before + (long) Vantages.ALL.size() * applications.size());
    }

    private void tell(List<String> applications) {
        applications.stream()
                .flatMap(application -> vantages.values().stream().map(vantage -> vantage.snapshot(application)))
                .forEach(snapshot -> {
                    // what is lost shows in the table
                    var unused = producer.send(snapshot);
                });
        producer.flush();
    }

    private List<String> applications(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> PREFIX + sent.size() + "-" + number)
                .toList();
    }

    /** Sends the event that completes the evidence of each, at that rate, and waits for the commands. */
    private void decide(List<String> applications, int rate) {
        applications.forEach(application -> plans.automatic(application, server.url()));
        signals(applications);
        long start = System.nanoTime();
        for (int i = 0; i < applications.size(); i++) {
            String application = applications.get(i);
            Waiting.untilNanos(start + i * 1_000_000_000L / rate);
            sent.put(application, System.nanoTime());
            // a command that never comes shows it
            var unused = producer.send(vantages.get(Vantages.NORTH).confirmed(application));
        }
        Waiting.soon(PATIENCE, () -> commanded.keySet().containsAll(applications));
    }

    private Timed timed(List<String> applications, Map<String, Instant> decided, WallClock clock) {
        List<Double> decisionToCommand = new ArrayList<>();
        List<Double> eventToCommand = new ArrayList<>();
        List<Double> eventToDecision = new ArrayList<>();
        for (String application : applications) {
            Long here = commanded.get(application);
            Instant decision = decided.get(application);
            if (here == null || decision == null) {
                continue;
            }
            long committed = clock.nanos(decision);
            decisionToCommand.add((here - committed) / 1e6);
            eventToCommand.add((here - sent.get(application)) / 1e6);
            eventToDecision.add((committed - sent.get(application)) / 1e6);
        }
        return new Timed(
                decisionToCommand, eventToCommand, eventToDecision, applications.size() - decisionToCommand.size());
    }

    /**
     * Lets every incident end. Evidence of applications that waited too long for their decision has grown old meanwhile: their
     * vantages go on telling what they see, as detectors do.
     */
    private void drained(List<String> applications) {
        long[] told = {System.nanoTime()};
        Waiting.until("every incident to close", DRAIN, () -> {
            Waiting.pause(Duration.ofMillis(200));
            if (System.nanoTime() - told[0] > SIGNALS_EVERY.toNanos()) {
                told[0] = System.nanoTime();
                tell(applications.stream()
                        .filter(application -> !commanded.containsKey(application))
                        .toList());
            }
            return tables.openIncidents() == 0;
        });
    }
}
