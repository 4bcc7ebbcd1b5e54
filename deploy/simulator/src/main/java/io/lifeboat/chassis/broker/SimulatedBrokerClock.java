package io.lifeboat.chassis.broker;

import io.lifeboat.simulator.broker.Broker;
import io.lifeboat.simulator.engine.Host;
import io.lifeboat.simulator.engine.World;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How one host learns the broker's time: before it takes anything, every half minute, and when a message looks old.
 *
 * @param clock what it has learnt
 * @param calibration how it learns
 */
public record SimulatedBrokerClock(BrokerClock clock, Calibration calibration) {

    private static final Duration EVERY = Duration.ofSeconds(30);

    /** Of a host that has just started. */
    public static SimulatedBrokerClock of(World world, Host host, Broker broker) {
        BrokerClock clock = new BrokerClock(() -> TimeUnit.NANOSECONDS.toMillis(host.nanos()));
        Calibration calibration = new Calibration(new Ping(clock, broker), clock, null);
        host.spawn("broker clock", () -> {
            while (true) {
                world.strand().sleep(EVERY);
                clock.acknowledged(clock.sending(), broker.millis());
            }
        });
        return new SimulatedBrokerClock(clock, calibration);
    }

    /** Stamped by the broker and forgotten; it takes no time. */
    private static final class Ping extends Sender {

        private final BrokerClock clock;
        private final Broker broker;

        Ping(BrokerClock clock, Broker broker) {
            super(Map.of(), clock);
            this.clock = clock;
            this.broker = broker;
        }

        @Override
        public Uni<Void> send(String topic, String key, Map<String, String> headers, byte[] body) {
            return Uni.createFrom().voidItem().invoke(() -> clock.acknowledged(clock.sending(), broker.millis()));
        }
    }
}
