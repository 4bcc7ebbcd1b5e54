package io.lifeboat.executor.flow;

import io.lifeboat.contract.Topic;
import io.lifeboat.contract.command.Command;
import io.lifeboat.contract.envelope.Envelope;
import io.lifeboat.contract.envelope.Message;
import io.lifeboat.contract.step.StepEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** The coordinator's side of the topics: sends commands, keeps the step events it reads. */
final class Broker implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<StepEvent> events = new ArrayList<>();
    private final List<ConsumerRecord<String, byte[]>> deadLetters = new ArrayList<>();

    Broker(String bootstrap) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrap,
                        "group.id",
                        UUID.randomUUID().toString(),
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of(Topic.STEP_EVENTS.wireName(), Topic.FAILOVER_COMMANDS.deadLetters("executor")));
    }

    void send(Command command) {
        send(command, command.commandId());
    }

    void send(Command command, String messageId) {
        Message message = Envelope.pack(
                messageId, "/lifeboat/coordinator/test", command.application(), Instant.now(), (Record) command);
        Map<String, String> headers = new HashMap<>(message.headers());
        send(command.application(), headers, message.body());
    }

    void send(@Nullable String key, Map<String, String> headers, byte[] body) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(Topic.FAILOVER_COMMANDS.wireName(), null, null, key, body);
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(record).get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException("cannot send", e);
        }
    }

    /** All events so far of an application. */
    List<StepEvent> eventsOf(String application) {
        poll();
        return events.stream()
                .filter(event -> event.ref().application().equals(application))
                .toList();
    }

    /** Reasons of the dead letters so far with that key. */
    List<String> deadLettersOf(String application) {
        poll();
        return deadLetters.stream()
                .filter(record -> application.equals(record.key()))
                .map(record -> header(record, "dead-letter-reason"))
                .toList();
    }

    private void poll() {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
            if (!record.topic().equals(Topic.STEP_EVENTS.wireName())) {
                deadLetters.add(record);
                continue;
            }
            Map<String, String> headers = new HashMap<>();
            for (Header header : record.headers()) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
            events.add((StepEvent)
                    Envelope.unpack(record.key(), headers, record.value()).body());
        }
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
