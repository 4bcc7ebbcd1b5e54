package io.lifeboat.chassis;

import io.lifeboat.contract.envelope.Envelope;
import io.lifeboat.contract.envelope.Message;
import io.lifeboat.contract.outage.OutageSuspected;
import io.lifeboat.contract.outage.Sighting;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** A test's end of the topics. */
final class Flow implements AutoCloseable {

    private final String bootstrap;
    private final KafkaProducer<String, byte[]> producer;

    Flow(String bootstrap) {
        this.bootstrap = bootstrap;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap), new StringSerializer(), new ByteArraySerializer());
    }

    static Message suspicion(String application, long sequence) {
        Sighting sighting = new Sighting(
                application,
                1,
                "office",
                null,
                "office-1",
                "boot",
                sequence,
                "eu-west-1",
                Duration.ofSeconds(1),
                List.of());
        return Envelope.pack("/test", application, Instant.EPOCH, new OutageSuspected(sighting));
    }

    void send(Message message) throws Exception {
        send(message.key(), message.headers(), message.body());
    }

    void send(@Nullable String key, Map<String, String> headers, byte[] body) throws Exception {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>("outage-events", key, body);
        new HashMap<>(headers)
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(record).get();
    }

    /** Everything a topic holds now. */
    List<ConsumerRecord<String, byte[]>> all(String topic) {
        Map<String, Object> configuration = Map.of(
                "bootstrap.servers", bootstrap,
                "group.id", "test-" + UUID.randomUUID(),
                "enable.auto.commit", "false",
                "max.partition.fetch.bytes", "10000000",
                "auto.offset.reset", "earliest");
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(configuration, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(100)).forEach(all::add);
            }
            return all;
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
