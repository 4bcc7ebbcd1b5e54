package io.lifeboat.e2e.client;

import io.lifeboat.contract.Topic;
import io.lifeboat.contract.envelope.Envelope;
import io.lifeboat.contract.envelope.Received;
import io.lifeboat.contract.envelope.UnreadableMessageException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** Follows every topic from now on and hands over what it can read, with the time the broker gave it. */
public final class TopicTail implements AutoCloseable {

    private final Thread thread;
    private volatile boolean closing;

    /**
     * Begins to follow.
     *
     * @param bootstrap the broker
     * @param reader called on one thread, in order
     */
    public TopicTail(String bootstrap, Consumer<Heard> reader) {
        KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings(bootstrap));
        List<TopicPartition> partitions = Arrays.stream(Topic.values())
                .flatMap(topic -> consumer.partitionsFor(topic.wireName()).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        thread = Thread.ofPlatform().daemon().name("topic-tail").start(() -> follow(consumer, reader));
    }

    /**
     * A message and when the broker appended it.
     *
     * @param at the broker's time
     * @param message the record
     */
    public record Heard(Instant at, Record message) {}

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
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    Received received = read(record);
                    if (received != null) {
                        reader.accept(new Heard(Instant.ofEpochMilli(record.timestamp()), received.body()));
                    }
                }
            }
        }
    }

    private static @Nullable Received read(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        try {
            return Envelope.unpack(record.key(), headers, record.value());
        } catch (UnreadableMessageException e) {
            // The services dead-letter these; a timeline has nothing to tell of them.
            return null;
        }
    }

    private static Properties settings(String bootstrap) {
        Properties settings = new Properties();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class.getName());
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class.getName());
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        return settings;
    }
}
