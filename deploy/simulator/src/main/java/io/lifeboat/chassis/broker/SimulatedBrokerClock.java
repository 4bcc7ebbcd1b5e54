package io.lifeboat.chassis.broker;

import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.function.LongSupplier;

/** Opens the broker clock to a turned clock. */
public final class SimulatedBrokerClock {

    private static final Calibration DONE = new Calibration(new Silent(), null);

    private SimulatedBrokerClock() {}

    /**
     * A clock that was set once, as every service does before it takes anything.
     *
     * @param monotonicMillis the host's clock
     * @param brokerMillis the broker's now
     */
    public static BrokerClock calibrated(LongSupplier monotonicMillis, long brokerMillis) {
        BrokerClock clock = new BrokerClock(monotonicMillis);
        clock.acknowledged(monotonicMillis.getAsLong(), brokerMillis);
        return clock;
    }

    /** A calibration that is done. */
    public static Calibration done() {
        return DONE;
    }

    private static final class Silent extends Sender {

        Silent() {
            super(Map.of(), new BrokerClock());
        }

        @Override
        public Uni<Void> send(String topic, String key, Map<String, String> headers, byte[] body) {
            return Uni.createFrom().voidItem();
        }
    }
}
