package io.lifeboat.e2e.survival;

import io.lifeboat.contract.Topic;
import io.lifeboat.contract.envelope.Envelope;
import io.lifeboat.contract.envelope.Received;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Everything that was said, read from the broker once it is over. A message that was sent twice, as an outbox may after a
 * crash, counts once: consumers know it by its id.
 *
 * @param messages by topic and id
 * @param deadLetters how many messages somebody could not handle
 */
record Aftermath(Map<String, Received> messages, int deadLetters) {

    private static final String DEAD_LETTERS = "dead-letters.";

    static Aftermath read(String bootstrap) {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", bootstrap);
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            Map<String, Received> messages = new LinkedHashMap<>();
            for (ConsumerRecord<String, byte[]> record : all(consumer, Aftermath::kept)) {
                Received message = unpack(record);
                messages.put(record.topic() + " " + message.id(), message);
            }
            int dead = all(consumer, topic -> topic.startsWith(DEAD_LETTERS)).size();
            return new Aftermath(messages, dead);
        }
    }

    /** The bodies of all messages of a type, in the order they were sent. */
    <T extends Record> List<T> of(Class<T> body) {
        return messages.values().stream()
                .map(Received::body)
                .filter(body::isInstance)
                .map(body::cast)
                .toList();
    }

    /** Signals are state, and in no ledger. */
    private static boolean kept(String topic) {
        return !topic.equals(Topic.SIGNALS.wireName())
                && List.of(Topic.values()).stream()
                        .anyMatch(known -> known.wireName().equals(topic));
    }

    private static List<ConsumerRecord<String, byte[]>> all(
            KafkaConsumer<String, byte[]> consumer, Predicate<String> wanted) {
        List<TopicPartition> partitions = consumer.listTopics().values().stream()
                .flatMap(List::stream)
                .filter(info -> wanted.test(info.topic()))
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
            consumer.poll(Duration.ofMillis(100)).forEach(records::add);
        }
        return records;
    }

    private static Received unpack(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        return Envelope.unpack(record.key(), headers, record.value());
    }
}
