package io.lifeboat.bench.flow;

import io.lifeboat.contract.envelope.Envelope;
import io.lifeboat.contract.envelope.Received;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Follows topics from now on, beside and independent of the services. */
public final class Tail implements AutoCloseable {

    private final Thread thread;
    private volatile boolean closing;

    /**
     * Begins to follow.
     *
     * @param reader called on one thread, in order
     */
    public Tail(String bootstrap, List<String> topics, Consumer<Heard> reader) {
        KafkaConsumer<String, byte[]> consumer = Clients.consumer(bootstrap);
        List<TopicPartition> partitions = topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        thread = Thread.ofPlatform().daemon().name("tail").start(() -> follow(consumer, reader));
    }

    /**
     * A record and when it was here.
     *
     * @param nanos this machine's monotonic clock when the poll that brought it returned
     * @param record as it came
     */
    public record Heard(long nanos, ConsumerRecord<String, byte[]> record) {

        /** Its key. */
        public String application() {
            return record.key();
        }

        /** The message in it. */
        public Received message() {
            Map<String, String> headers = new HashMap<>();
            record.headers()
                    .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
            return Envelope.unpack(record.key(), headers, record.value());
        }
    }

    @Override
    public void close() {
        closing = true;
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow(KafkaConsumer<String, byte[]> consumer, Consumer<Heard> reader) {
        try (consumer) {
            while (!closing) {
                var records = consumer.poll(Duration.ofMillis(200));
                long now = System.nanoTime();
                records.forEach(record -> reader.accept(new Heard(now, record)));
            }
        }
    }
}
