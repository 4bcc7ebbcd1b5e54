package io.lifeboat.detector.outside;

import io.lifeboat.chassis.intake.Unpack;
import io.lifeboat.contract.envelope.Message;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes to topics and reads everything that was ever written to them. Used by one thread. */
public final class Topics implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();

    /** Reads these from their start. */
    public Topics(String bootstrap, String... topics) {
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap), new StringSerializer(), new ByteArraySerializer());
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrap,
                        "group.id",
                        UUID.randomUUID().toString(),
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of(topics));
    }

    /** Writes a message and waits until the broker has it. */
    public void write(Message message) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(message.type().topic().wireName(), message.key(), message.body());
        message.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        write(record);
    }

    /** Writes a record and waits until the broker has it. */
    public void write(ProducerRecord<String, byte[]> record) {
        try {
            producer.send(record).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Everything of a topic so far. */
    public List<ConsumerRecord<String, byte[]>> records(String topic) {
        consumer.poll(Duration.ofMillis(100)).forEach(seen::add);
        return seen.stream().filter(record -> record.topic().equals(topic)).toList();
    }

    /** Every message of a topic about an application so far. */
    public List<Record> messages(String topic, String application) {
        return records(topic).stream()
                .filter(record -> application.equals(record.key()))
                .map(record -> Unpack.unpack(record).body())
                .toList();
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
