package io.lifeboat.coordinator.signal;

import io.lifeboat.chassis.broker.BrokerClock;
import io.lifeboat.chassis.broker.SimulatedBrokerClock;
import io.lifeboat.chassis.transaction.Transactions;
import io.lifeboat.coordinator.capacity.CapacitySamples;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Opens the intake of signals, with events that go where they are told to. */
public final class SimulatedSignalIntake {

    private SimulatedSignalIntake() {}

    /**
     * The intake.
     *
     * @param changed told the application of every snapshot
     */
    public static SignalIntake of(
            Transactions transactions,
            BrokerClock clock,
            VantageViews views,
            CapacitySamples capacities,
            Consumer<String> changed) {
        return new SignalIntake(transactions, clock, SimulatedBrokerClock.done(), views, capacities, new Told(changed));
    }

    private record Told(Consumer<String> changed) implements Event<EvidenceChanged> {

        @Override
        public void fire(EvidenceChanged event) {
            changed.accept(event.application());
        }

        @Override
        public <U extends EvidenceChanged> CompletionStage<U> fireAsync(U event) {
            throw new UnsupportedOperationException("one thing at a time");
        }

        @Override
        public <U extends EvidenceChanged> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
            throw new UnsupportedOperationException("one thing at a time");
        }

        @Override
        public Event<EvidenceChanged> select(Annotation... qualifiers) {
            return this;
        }

        @Override
        public <U extends EvidenceChanged> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException("one kind of event");
        }

        @Override
        public <U extends EvidenceChanged> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException("one kind of event");
        }
    }
}
