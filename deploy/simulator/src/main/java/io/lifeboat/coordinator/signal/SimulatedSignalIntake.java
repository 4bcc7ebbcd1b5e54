package io.lifeboat.coordinator.signal;

import io.lifeboat.chassis.broker.SimulatedBrokerClock;
import io.lifeboat.chassis.transaction.Transactions;
import io.lifeboat.coordinator.capacity.CapacitySamples;
import io.lifeboat.simulator.service.SimulatedEvent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
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
            SimulatedBrokerClock clock,
            VantageViews views,
            CapacitySamples capacities,
            Consumer<String> changed) {
        return new SignalIntake(
                transactions,
                clock.clock(),
                clock.calibration(),
                views,
                new VantageClocks(new SimpleMeterRegistry(), Duration.ofSeconds(30)),
                capacities,
                new SimulatedEvent<>(event -> changed.accept(event.application())));
    }
}
