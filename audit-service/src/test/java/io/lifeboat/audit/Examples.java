package io.lifeboat.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.contract.envelope.Envelope;
import io.lifeboat.contract.envelope.Json;
import io.lifeboat.contract.envelope.Message;
import io.lifeboat.contract.envelope.MessageType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Sends the contract's golden examples, told of one application and incident. */
final class Examples implements AutoCloseable {

    private final String bootstrap;
    private final String application;
    private final String incident;
    private final KafkaProducer<String, byte[]> producer;

    Examples(String bootstrap, String application, String incident) {
        this.bootstrap = bootstrap;
        this.application = application;
        this.incident = incident;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap), new StringSerializer(), new ByteArraySerializer());
    }

    /** Sends an example and says under which headers. */
    Map<String, String> send(MessageType type) throws Exception {
        Message message =
                Envelope.pack(UUID.randomUUID().toString(), "/test", application, Instant.EPOCH, record(type));
        sendAgain(type, message.headers());
        return message.headers();
    }

    void sendAgain(MessageType type, Map<String, String> headers) throws Exception {
        raw(type.topic().wireName(), application, headers, Json.mapper().writeValueAsString(record(type)));
    }

    void raw(String topic, String key, Map<String, String> headers, @Nullable String body) throws Exception {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(topic, key, body == null ? null : body.getBytes(StandardCharsets.UTF_8));
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(record).get();
    }

    /** The keys a topic holds now. */
    Set<String> keys(String topic) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Set<String> keys = new HashSet<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> keys.add(record.key()));
            }
            return keys;
        }
    }

    @Override
    public void close() {
        producer.close();
    }

    private Record record(MessageType type) throws IOException {
        try (InputStream example = MessageType.class.getResourceAsStream("/examples/" + type.wireName() + ".json")) {
            JsonNode tree = Json.mapper().readTree(example);
            rename(tree);
            return Json.mapper().treeToValue(tree, type.record());
        }
    }

    private void rename(JsonNode node) {
        if (node instanceof ObjectNode object) {
            if (object.has("application")) {
                object.put("application", application);
            }
            if (object.has("incidentId")) {
                object.put("incidentId", incident);
            }
        }
        node.forEach(this::rename);
    }
}
