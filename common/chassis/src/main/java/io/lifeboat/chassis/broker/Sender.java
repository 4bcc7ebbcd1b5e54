package io.lifeboat.chassis.broker;

import io.lifeboat.contract.envelope.Message;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends records to Kafka, acknowledged by every in-sync replica or failed within seconds. Nothing waits for a batch to fill.
 */
@ApplicationScoped
public class Sender {

    private static final Duration DELIVERY = Duration.ofSeconds(5);
    private static final Duration REQUEST = Duration.ofSeconds(2);
    private static final Duration CLOSING = Duration.ofSeconds(2);

    private final Map<String, Object> broker;
    private final BrokerClock clock;

    /** KafkaProducer.send blocks while it knows no broker, so no event loop may call it; one thread keeps the order. */
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("lifeboat-sender").daemon().factory());

    private @Nullable KafkaProducer<String, byte[]> producer;

    @Inject
    public Sender(@Identifier("default-kafka-broker") Map<String, Object> broker, BrokerClock clock) {
        this.broker = broker;
        this.clock = clock;
    }

    /**
     * Sends one message to the topic of its type.
     *
     * @return ends with the acknowledgement, or fails within 7 s when the broker gives none
     */
    public Uni<Void> send(Message message) {
        return send(message.type().topic().wireName(), message.key(), message.headers(), message.body());
    }

    /** As above, from its parts. */
    public Uni<Void> send(String topic, String key, Map<String, String> headers, byte[] body) {
        ProducerRecord<String, byte[]> sent = new ProducerRecord<>(topic, key, body);
        headers.forEach((name, value) -> sent.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return Uni.createFrom()
                .<Void>emitter(emitter -> {
                    long sending = clock.sending();
                    // the callback says all the future would
                    var unused = producer().send(sent, (metadata, failure) -> {
                        if (failure != null) {
                            emitter.fail(failure);
                        } else {
                            clock.acknowledged(sending, metadata.timestamp());
                            emitter.complete(null);
                        }
                    });
                })
                .runSubscriptionOn(thread);
    }

    void close(@Observes ShutdownEvent event) {
        thread.execute(() -> {
            if (producer != null) {
                producer.close(CLOSING);
            }
        });
        thread.shutdown();
    }

    private KafkaProducer<String, byte[]> producer() {
        if (producer == null) {
            Map<String, Object> all = new HashMap<>(broker);
            all.keySet().retainAll(ProducerConfig.configNames());
            all.put(ProducerConfig.ACKS_CONFIG, "all");
            all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
            all.put(ProducerConfig.LINGER_MS_CONFIG, 0);
            all.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) REQUEST.toMillis());
            all.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) DELIVERY.toMillis());
            all.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, REQUEST.toMillis());
            all.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, REQUEST.toMillis() / 2);
            producer = new KafkaProducer<>(all, new StringSerializer(), new ByteArraySerializer());
        }
        return producer;
    }
}
