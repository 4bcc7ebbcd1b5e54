package io.lifeboat.bench.command;

import io.lifeboat.bench.figure.Distribution;
import io.lifeboat.bench.flow.Clients;
import io.lifeboat.bench.flow.Tail;
import io.lifeboat.bench.room.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The comparison: records of a command's size over topics made like the flow's, with the services' client settings. */
public final class BareKafka implements AutoCloseable {

    private static final String FIRST = "bench-first";
    private static final String SECOND = "bench-second";
    private static final int PARTITIONS = 6;
    private static final int COMMAND_BYTES = 900;

    private final KafkaProducer<String, byte[]> producer;
    private final KafkaProducer<String, byte[]> relay;
    private final Map<String, Long> sent = new ConcurrentHashMap<>();
    private final Map<String, Long> first = new ConcurrentHashMap<>();
    private final Map<String, Long> second = new ConcurrentHashMap<>();
    private final Tail relaying;
    private final Tail ending;
    private int number;

    public BareKafka(String bootstrap) {
        create(bootstrap);
        producer = Clients.producer(bootstrap);
        relay = Clients.producer(bootstrap);
        relaying = new Tail(bootstrap, List.of(FIRST), heard -> {
            first.put(heard.application(), heard.nanos());
            // what became of it shows at the other end
            var unused = relay.send(new ProducerRecord<>(
                    SECOND, heard.application(), heard.record().value()));
        });
        ending = new Tail(bootstrap, List.of(SECOND), heard -> second.put(heard.application(), heard.nanos()));
    }

    /**
     * One hop and two.
     *
     * @param one produced until a consumer had it, in ms
     * @param two until a second consumer had what the first one produced again
     */
    public record Hops(List<Double> one, List<Double> two) {}

    /** Sends at a rate and times both. */
    public Hops at(int rate, int count) {
        byte[] body = new byte[COMMAND_BYTES];
        List<String> keys = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            String key = "bare-" + number++;
            keys.add(key);
            Waiting.untilNanos(start + i * 1_000_000_000L / rate);
            sent.put(key, System.nanoTime());
            var unused = producer.send(new ProducerRecord<>(FIRST, key, body));
        }
        Waiting.until("the bare records", Duration.ofSeconds(20), () -> second.keySet()
                .containsAll(keys));
        return new Hops(
                keys.stream().map(key -> (first.get(key) - sent.get(key)) / 1e6).toList(),
                keys.stream()
                        .map(key -> (second.get(key) - sent.get(key)) / 1e6)
                        .toList());
    }

    @Override
    public void close() {
        relaying.close();
        ending.close();
        producer.close(Duration.ofSeconds(2));
        relay.close(Duration.ofSeconds(2));
    }

    private static void create(String bootstrap) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(
                            new NewTopic(FIRST, PARTITIONS, (short) 1), new NewTopic(SECOND, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot create the bare topics", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** All of them together. */
    public static Distribution distribution(List<List<Double>> parts) {
        return Distribution.of(parts.stream().flatMap(List::stream).toList());
    }
}
