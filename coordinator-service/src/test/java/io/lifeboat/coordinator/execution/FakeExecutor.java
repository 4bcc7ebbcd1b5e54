package io.lifeboat.coordinator.execution;

import io.lifeboat.chassis.intake.Unpack;
import io.lifeboat.contract.Topic;
import io.lifeboat.contract.command.Command;
import io.lifeboat.contract.command.RunStep;
import io.lifeboat.contract.envelope.Envelope;
import io.lifeboat.contract.envelope.Message;
import io.lifeboat.contract.step.StepAccepted;
import io.lifeboat.contract.step.StepEvent;
import io.lifeboat.contract.step.StepRef;
import io.lifeboat.contract.step.StepStarted;
import io.lifeboat.contract.step.StepSucceeded;
import io.lifeboat.contract.step.StepSucceeded.Effect;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * An executor that a test scripts, at the other end of a real broker. It says everything twice: once more under the same id,
 * as a producer that was cut off does, and once more under another id, as an instance that took over does.
 */
final class FakeExecutor implements AutoCloseable {

    private final String application;
    private final Function<RunStep, List<StepEvent>> script;
    private final KafkaProducer<String, byte[]> producer;
    private final List<Command> commands = new CopyOnWriteArrayList<>();
    private final List<Record> incidentEvents = new CopyOnWriteArrayList<>();
    private final Map<String, Object> consumerSettings;
    private final Thread thread;
    private volatile boolean closed;

    FakeExecutor(String bootstrap, String application, Function<RunStep, List<StepEvent>> script) {
        this.application = application;
        this.script = script;
        this.producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap, ProducerConfig.LINGER_MS_CONFIG, 0),
                new StringSerializer(),
                new ByteArraySerializer());
        this.consumerSettings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ConsumerConfig.GROUP_ID_CONFIG,
                "fake-executor-" + UUID.randomUUID(),
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest");
        this.thread = Thread.ofPlatform().name("fake-executor").start(this::run);
    }

    /** Everything goes well. */
    static List<StepEvent> succeed(RunStep command) {
        StepRef ref = ref(command);
        return List.of(
                new StepAccepted(ref),
                new StepStarted(ref, "not started"),
                new StepSucceeded(ref, Effect.APPLIED, Duration.ofMillis(10), "is so", null, List.of()));
    }

    static StepRef ref(RunStep command) {
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
                "fake-1");
    }

    void say(StepEvent event) {
        Message message = Envelope.pack("/lifeboat/executor/fake-1", application, Instant.now(), (Record) event);
        send(message);
        send(message);
        send(Envelope.pack("/lifeboat/executor/fake-2", application, Instant.now(), (Record) event));
    }

    List<String> commanded() {
        return commands.stream()
                .filter(RunStep.class::isInstance)
                .map(RunStep.class::cast)
                .map(command -> command.stepId() + "/" + command.attempt())
                .toList();
    }

    List<Command> commands() {
        return List.copyOf(commands);
    }

    <T extends Record> List<T> incidentEvents(Class<T> type) {
        return incidentEvents.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.join();
        producer.close();
    }

    private void run() {
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(consumerSettings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(Topic.FAILOVER_COMMANDS.wireName(), Topic.INCIDENT_EVENTS.wireName()));
            while (!closed) {
                consumer.poll(Duration.ofMillis(50)).forEach(this::take);
            }
        }
    }

    private void take(ConsumerRecord<String, byte[]> message) {
        if (!application.equals(message.key())) {
            return;
        }
        Record body = Unpack.unpack(message).body();
        if (body instanceof Command command) {
            commands.add(command);
        } else {
            incidentEvents.add(body);
        }
        if (body instanceof RunStep command) {
            script.apply(command).forEach(this::say);
        }
    }

    private void send(Message message) {
        ProducerRecord<String, byte[]> sent =
                new ProducerRecord<>(message.type().topic().wireName(), message.key(), message.body());
        message.headers().forEach((name, value) -> sent.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(sent).get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException("fake executor cannot send " + message.type(), e);
        }
    }
}
