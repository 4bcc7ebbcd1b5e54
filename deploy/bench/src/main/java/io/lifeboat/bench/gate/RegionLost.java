package io.lifeboat.bench.gate;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.bench.command.BareKafka;
import io.lifeboat.bench.figure.Distribution;
import io.lifeboat.bench.figure.Row;
import io.lifeboat.bench.figure.Section;
import io.lifeboat.bench.flow.Clients;
import io.lifeboat.bench.flow.SyntheticVantage;
import io.lifeboat.bench.room.CoordinatorTables;
import io.lifeboat.bench.room.Plans;
import io.lifeboat.bench.room.Room;
import io.lifeboat.bench.room.StepServer;
import io.lifeboat.bench.room.Vantages;
import io.lifeboat.bench.room.Waiting;
import io.lifeboat.bench.room.WallClock;
import io.lifeboat.e2e.client.Rest;
import io.lifeboat.e2e.stack.Layout;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;

/** Hundreds of applications lose their region at once: from event to decision, from decision to command, in waves. */
public final class RegionLost {

    private static final int WAVES = 5;
    private static final int PARALLEL = 25;
    private static final int BARE_RATE = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration TOLD_EVERY = Duration.ofSeconds(5);

    private final Layout layout;
    private final int applications;
    private final Consumer<String> progress;

    public RegionLost(Layout layout, int applications, Consumer<String> progress) {
        this.layout = layout;
        this.applications = applications;
        this.progress = progress;
    }

    /** Measures. */
    public Section measure() {
        progress.accept("Kafka, PostgreSQL, a coordinator and an executor ...");
        try (Room room = Room.start(layout);
                StepServer server = new StepServer()) {
            room.coordinator("coordinator-1", Map.of("lifeboat.waves.parallel", Integer.toString(PARALLEL)));
            room.executor("executor-1");
            try (BareKafka bare = new BareKafka(room.bootstrap());
                    Followed followed = new Followed(room.bootstrap());
                    KafkaProducer<String, byte[]> producer = Clients.producer(room.bootstrap())) {
                return measure(room, server, bare, followed, producer);
            }
        }
    }

    private Section measure(
            Room room, StepServer server, BareKafka bare, Followed followed, KafkaProducer<String, byte[]> producer) {
        List<String> names = names();
        progress.accept(applications + " plans in " + WAVES + " waves ...");
        plans(room, server, names);
        BareKafka.Hops before = bare.at(BARE_RATE, BARE_RATE * 2);
        List<SyntheticVantage> vantages =
                Vantages.ALL.stream().map(SyntheticVantage::new).toList();
        WallClock clock = WallClock.read();

        progress.accept("all lose their region ...");
        long[] told = {System.nanoTime()};
        tell(names, vantages, producer);
        Map<String, Long> sent = new HashMap<>();
        for (String name : names) {
            sent.put(name, System.nanoTime());
            // an answer that never comes shows it
            var unused = producer.send(vantages.getFirst().confirmed(name));
        }
        Waiting.until("every question", PATIENCE, () -> {
            again(names, vantages, producer, told);
            return followed.asked().keySet().containsAll(names);
        });

        progress.accept("one approval ...");
        JsonNode event = new Rest(room.url()).get("/region-events").get(0);
        long approving = System.nanoTime();
        OneApproval approval =
                OneApproval.say(room.url(), event.path("regionEventId").asText());
        Waiting.until("every recovery", PATIENCE, () -> {
            again(names, vantages, producer, told);
            return followed.completed().keySet().containsAll(names);
        });
        double all = (System.nanoTime() - approving) / 1e9;
        approval.await();
        BareKafka.Hops after = bare.at(BARE_RATE, BARE_RATE * 2);

        Map<String, Instant> decided = new CoordinatorTables(room).opened("gate-%");
        Row one = Row.of("bare Kafka, one hop", "ms", BareKafka.distribution(List.of(before.one(), after.one())));
        Row two = Row.of("bare Kafka, two hops", "ms", BareKafka.distribution(List.of(before.two(), after.two())));
        List<Row> rows = List.of(
                two,
                Row.of("event in to the gate's answer", "ms", times(names, sent, followed.asked()))
                        .beside(two),
                one,
                Row.of("decision to command", "ms", sinceDecision(names, decided, followed.commanded(), clock))
                        .beside(one));
        return new Section(
                "gate", applications + " applications lose their region at once", rows, notes(followed, names, all));
    }

    private List<String> notes(Followed followed, List<String> names, double all) {
        return List.of(
                "All events are sent at once; the answer is the record in which the gate asks people, at an independent consumer."
                        + " It queues behind those of the others: one coordinator on this machine.",
                "Decision: the database's time within the transaction that opened the execution; what is committed with it comes on"
                        + " top. Command: the poll that brought the RunStep.",
                "One approval for all. From it to the last recovery %.1f s: %d executions at once at most (limit %d), in %d waves, each application after the one it depends on: %s."
                        .formatted(
                                all,
                                followed.mostAtOnce(),
                                PARALLEL,
                                WAVES,
                                inOrder(followed, names) ? "kept" : "BROKEN"),
                "Executions opened: %d for %d applications; commands sent twice: %d."
                        .formatted(followed.executions(), applications, followed.commandedTwice()));
    }

    /** Each was opened after the one it depends on had completed, as told on the topic. */
    private boolean inOrder(Followed followed, List<String> names) {
        int wave = applications / WAVES;
        return IntStream.range(wave, names.size())
                .allMatch(i -> followed.opened().get(names.get(i))
                        > followed.completed().get(names.get(i - wave)));
    }

    private List<String> names() {
        return IntStream.range(0, applications).mapToObj("gate-%04d"::formatted).toList();
    }

    /** Each but those of the first wave depends on one of the wave before. */
    private void plans(Room room, StepServer server, List<String> names) {
        Plans plans = new Plans(room.rest());
        int wave = applications / WAVES;
        for (int i = 0; i < names.size(); i++) {
            plans.approved(names.get(i), i < wave ? List.of() : List.of(names.get(i - wave)), server.url());
        }
    }

    /** Detectors go on telling what they see. */
    private static void again(
            List<String> names, List<SyntheticVantage> vantages, KafkaProducer<String, byte[]> producer, long[] told) {
        if (System.nanoTime() - told[0] > TOLD_EVERY.toNanos()) {
            told[0] = System.nanoTime();
            tell(names, vantages, producer);
        }
    }

    private static void tell(
            List<String> names, List<SyntheticVantage> vantages, KafkaProducer<String, byte[]> producer) {
        for (String name : names) {
            for (SyntheticVantage vantage : vantages) {
                // what is lost is told again
                var unused = producer.send(vantage.snapshot(name));
            }
        }
        producer.flush();
    }

    private static Distribution times(List<String> names, Map<String, Long> from, Map<String, Long> to) {
        return Distribution.of(names.stream()
                .map(name -> (to.get(name) - from.get(name)) / 1e6)
                .toList());
    }

    private static Distribution sinceDecision(
            List<String> names, Map<String, Instant> decided, Map<String, Long> commanded, WallClock clock) {
        List<Double> times = new ArrayList<>();
        for (String name : names) {
            times.add((commanded.get(name) - clock.nanos(decided.get(name))) / 1e6);
        }
        return Distribution.of(times);
    }
}
