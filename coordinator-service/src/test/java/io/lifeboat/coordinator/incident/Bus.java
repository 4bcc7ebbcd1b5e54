package io.lifeboat.coordinator.incident;

import io.lifeboat.contract.command.RunStep;
import io.lifeboat.contract.envelope.Envelope;
import io.lifeboat.contract.envelope.Message;
import io.lifeboat.contract.step.ErrorClass;
import io.lifeboat.contract.step.StepAccepted;
import io.lifeboat.contract.step.StepFailed;
import io.lifeboat.contract.step.StepRef;
import io.lifeboat.contract.step.StepStarted;
import io.lifeboat.contract.step.StepSucceeded;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topics around the gate for one application: sends as a detector and an executor would, and reads along. */
final class Bus implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(50);

    private final String application;
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<Record> read = new ArrayList<>();

    Bus(String bootstrap, String application) {
        this.application = application;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap), new StringSerializer(), new ByteArraySerializer());
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = List.of("incident-events", "failover-commands").stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream().map(Bus::partition))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Sends a message under a new id. */
    void send(Record body) {
        send(UUID.randomUUID().toString(), body);
    }

    /** Sends a message that looks as if it had been under way for so long. */
    void sendLate(Record body, Duration late) {
        send(UUID.randomUUID().toString(), body, Map.of(Envelope.WAITED, Long.toString(late.toMillis())));
    }

    /** Sends a message under a given id, for saying it twice. */
    void send(String id, Record body) {
        send(id, body, Map.of());
    }

    private void send(String id, Record body, Map<String, String> more) {
        Message message = Envelope.pack(id, "/lifeboat/test", application, Instant.now(), body);
        ProducerRecord<String, byte[]> sent =
                new ProducerRecord<>(message.type().topic().wireName(), message.key(), message.body());
        message.headers().forEach((name, value) -> sent.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        more.forEach((name, value) -> sent.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        await(sent);
    }

    /** Sends bytes nobody can read. */
    void sendGarbage(String topic) {
        await(new ProducerRecord<>(topic, application, "{".getBytes(StandardCharsets.UTF_8)));
    }

    /** What was said of the application so far, of one type. */
    <T> List<T> seen(Class<T> type) {
        for (ConsumerRecord<String, byte[]> polled : consumer.poll(POLL)) {
            if (application.equals(polled.key())) {
                Map<String, String> headers = new HashMap<>();
                polled.headers()
                        .forEach(header ->
                                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
                read.add(Envelope.unpack(polled.key(), headers, polled.value()).body());
            }
        }
        return read.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Ends a step well, as an executor would. */
    void succeed(RunStep command) {
        StepRef ref = ref(command);
        send(new StepAccepted(ref));
        send(new StepStarted(ref, "not started"));
        send(new StepSucceeded(ref, StepSucceeded.Effect.APPLIED, Duration.ofSeconds(1), "done", null, List.of()));
    }

    /** Takes a step, and says no more of it. */
    void accept(RunStep command) {
        send(new StepAccepted(ref(command)));
    }

    /** Ends a step badly, for good. */
    void fail(RunStep command) {
        send(new StepFailed(
                ref(command), ErrorClass.INVALID_STATE, false, Duration.ofSeconds(1), "not available", "wait"));
    }

    private static StepRef ref(RunStep command) {
        return new StepRef(
                command.commandId(),
                command.application(),
                command.incidentId(),
                command.executionId(),
                command.epoch(),
                command.stepId(),
                command.attempt(),
                command.action(),
                command.mode(),
                "test");
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }

    private void await(ProducerRecord<String, byte[]> sent) {
        try {
            producer.send(sent).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker took nothing", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static TopicPartition partition(PartitionInfo info) {
        return new TopicPartition(info.topic(), info.partition());
    }
}
