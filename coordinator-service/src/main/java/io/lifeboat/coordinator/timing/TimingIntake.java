package io.lifeboat.coordinator.timing;

import io.lifeboat.chassis.intake.Unpack;
import io.lifeboat.chassis.transaction.Transactions;
import io.lifeboat.contract.envelope.Received;
import io.lifeboat.contract.envelope.UnreadableMessageException;
import io.lifeboat.contract.timing.StepStatistics;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Takes the topic {@code timings}. It is compacted and read from the start at every boot, so nothing is inboxed: what was
 * kept already changes nothing.
 */
@ApplicationScoped
public class TimingIntake {

    private final Transactions transactions;
    private final StepTimings timings;

    TimingIntake(Transactions transactions, StepTimings timings) {
        this.transactions = transactions;
        this.timings = timings;
    }

    /** One step's statistics. */
    @Incoming("timings")
    public Uni<Void> on(ConsumerRecord<String, byte[]> message) {
        if (message.value() == null) {
            // A compacted topic's tombstone: what was measured stays true.
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom()
                .item(() -> statistics(Unpack.unpack(message)))
                .chain(statistics ->
                        transactions.run(() -> timings.keep(statistics, Instant.ofEpochMilli(message.timestamp()))));
    }

    private static StepStatistics statistics(Received received) {
        if (received.body() instanceof StepStatistics statistics) {
            return statistics;
        }
        throw new UnreadableMessageException(
                "header ce_type: " + received.type().wireName() + " does not belong on the topic timings");
    }
}
