package io.lifeboat.chassis.intake;

import io.lifeboat.chassis.broker.BrokerClock;
import io.lifeboat.chassis.broker.Calibration;
import io.lifeboat.chassis.crash.CrashPoint;
import io.lifeboat.chassis.inbox.Inbox;
import io.lifeboat.chassis.trace.TraceContext;
import io.lifeboat.chassis.transaction.Transactions;
import io.lifeboat.contract.envelope.Received;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Takes a Kafka record to its handler, which then has run exactly once in a committed transaction.
 *
 * <pre>{@code
 * @Incoming("outage-events")
 * public Uni<Void> on(ConsumerRecord<String, byte[]> record) {
 *     return intake.take("coordinator.outage-events", record, handler::handle);
 * }
 * }</pre>
 *
 * <p>and in application.properties (the rest of the channel's settings are the chassis' defaults):
 *
 * <pre>{@code
 * mp.messaging.incoming.outage-events.connector=smallrye-kafka
 * mp.messaging.incoming.outage-events.topic=outage-events
 * mp.messaging.incoming.outage-events.group.id=coordinator
 * mp.messaging.incoming.outage-events.dead-letter-queue.topic=dead-letters.coordinator.outage-events
 * }</pre>
 *
 * <p>A record nobody can read fails the Uni, and the connector moves it to the dead-letter topic with the reason in the
 * header {@code dead-letter-reason}; so does a handler's own exception, for a message that breaks its handler would stop
 * the application's flow. A database that is away is neither: the work is tried again until it passes.
 *
 * <p>{@code plans} is compacted and read from the start at every boot. Its channel sets {@code auto.offset.reset=earliest},
 * {@code commit-strategy=ignore} and a {@code group.id} of its own, {@code ${quarkus.uuid}}, and its consumer needs no inbox.
 */
@ApplicationScoped
@IfBuildProperty(name = "quarkus.datasource.db-kind", stringValue = "postgresql")
public class Intake {

    private final Transactions transactions;
    private final Inbox inbox;
    private final BrokerClock clock;
    private final Calibration calibration;
    private final MeterRegistry metrics;

    @Inject
    public Intake(
            Transactions transactions, Inbox inbox, BrokerClock clock, Calibration calibration, MeterRegistry metrics) {
        this.transactions = transactions;
        this.inbox = inbox;
        this.clock = clock;
        this.calibration = calibration;
        this.metrics = metrics;
    }

    /**
     * Unpacks a record and has it handled unless this consumer had the message before.
     *
     * @param consumer who takes it; the inbox remembers messages by consumer
     * @param handler runs within the transaction, more than once if the database demands it; it does nothing remote
     * @return ends after the commit; fails when the record belongs into the dead letters
     */
    public Uni<Void> take(
            String consumer, ConsumerRecord<String, byte[]> record, Function<Delivery, Uni<Void>> handler) {
        return Uni.createFrom()
                .deferred(() -> {
                    clock.received(record.timestamp());
                    Received message = Unpack.unpack(record);
                    TraceContext.enter(message.traceparent());
                    return calibration
                            .sureOf(record.timestamp())
                            .chain(() -> transactions.run(() -> inbox.isNew(consumer, message.id())
                                    .chain(isNew -> isNew
                                            ? handler.apply(delivery(message, record))
                                            : Uni.createFrom().voidItem())
                                    .invoke(() -> CrashPoint.BEFORE_COMMIT.passed(
                                            message.type().wireName()))))
                            .invoke(() -> CrashPoint.AFTER_COMMIT.passed(
                                    message.type().wireName()));
                })
                .onFailure()
                .invoke(failure -> deadLetters(record.topic()).increment());
    }

    private Delivery delivery(Received message, ConsumerRecord<String, byte[]> record) {
        Duration age = clock.sinceAppended(record.timestamp()).plus(Unpack.waited(record));
        return new Delivery(message, Instant.ofEpochMilli(record.timestamp()), age);
    }

    private Counter deadLetters(String topic) {
        return Counter.builder("lifeboat_dead_letters")
                .description("Messages that could not be read or handled and went to the dead-letter topic")
                .tag("channel", topic)
                .register(metrics);
    }
}
