package io.lifeboat.coordinator.signal;

import io.lifeboat.chassis.broker.BrokerClock;
import io.lifeboat.chassis.broker.Calibration;
import io.lifeboat.chassis.intake.Unpack;
import io.lifeboat.chassis.transaction.Transactions;
import io.lifeboat.contract.envelope.Received;
import io.lifeboat.contract.envelope.UnreadableMessageException;
import io.lifeboat.contract.signal.SignalSnapshot;
import io.lifeboat.coordinator.capacity.CapacitySamples;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes the topic {@code signals}. It is state, so nothing is inboxed: a repeat or an older snapshot changes nothing. */
@ApplicationScoped
public class SignalIntake {

    private final Transactions transactions;
    private final BrokerClock clock;
    private final Calibration calibration;
    private final VantageViews views;
    private final VantageClocks clocks;
    private final CapacitySamples capacities;
    private final Event<EvidenceChanged> changed;
    private final Repetition repetition = new Repetition();

    SignalIntake(
            Transactions transactions,
            BrokerClock clock,
            Calibration calibration,
            VantageViews views,
            VantageClocks clocks,
            CapacitySamples capacities,
            Event<EvidenceChanged> changed) {
        this.transactions = transactions;
        this.clock = clock;
        this.calibration = calibration;
        this.views = views;
        this.clocks = clocks;
        this.capacities = capacities;
        this.changed = changed;
    }

    /** One vantage's snapshot. */
    @Incoming("signals")
    public Uni<Void> on(ConsumerRecord<String, byte[]> message) {
        return Uni.createFrom().item(() -> snapshot(Unpack.unpack(message))).chain(snapshot -> {
            clock.received(message.timestamp());
            // What waited on the broker while nobody listened must not look as if it had just been said.
            return calibration
                    .sureOf(message.timestamp())
                    .chain(() -> transactions.run(
                            () -> keep(snapshot, clock.sinceAppended(message.timestamp()), ahead(snapshot, message))))
                    .invoke(() -> {
                        if (!repetition.isRepeated(snapshot)) {
                            changed.fire(new EvidenceChanged(snapshot.application()));
                        }
                    });
        });
    }

    /** Beside the broker's clock, when it appended the message. */
    private static Duration ahead(SignalSnapshot snapshot, ConsumerRecord<String, byte[]> message) {
        return Duration.between(Instant.ofEpochMilli(message.timestamp()), snapshot.sentAt());
    }

    private Uni<Void> keep(SignalSnapshot snapshot, Duration sinceSent, Duration clockAhead) {
        clocks.compared(snapshot.vantage(), clockAhead);
        return views.keep(snapshot, sinceSent, clockAhead).chain(() -> capacities.keep(snapshot, sinceSent));
    }

    private static SignalSnapshot snapshot(Received received) {
        if (received.body() instanceof SignalSnapshot snapshot) {
            return snapshot;
        }
        throw new UnreadableMessageException(
                "header ce_type: " + received.type().wireName() + " does not belong on the topic signals");
    }
}
