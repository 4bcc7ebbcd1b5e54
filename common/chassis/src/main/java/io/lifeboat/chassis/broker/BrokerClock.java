package io.lifeboat.chassis.broker;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How long ago the broker appended a record, measured without comparing two machines' clocks: this machine's monotonic
 * clock is set against the broker's append times of records sent and received. Good to a few milliseconds, as an
 * underestimate by no more than the fastest way back from the broker.
 */
@ApplicationScoped
public class BrokerClock {

    /** The topic whose only use is that the broker stamps what is appended to it. */
    public static final String TOPIC = "broker-clock";

    private final OffsetEstimate estimate = new OffsetEstimate();
    private final LongSupplier reading;

    /** Reads this machine's monotonic clock. */
    public BrokerClock() {
        this(() -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
    }

    BrokerClock(LongSupplier milliseconds) {
        this.reading = milliseconds;
    }

    /** How long ago a record with this append time was appended; zero as long as nothing was ever sent or received. */
    public synchronized Duration sinceAppended(long appendMillis) {
        Long since = estimate.sinceAppended(appendMillis, reading.getAsLong());
        return since == null ? Duration.ZERO : Duration.ofMillis(since);
    }

    /** A record with this append time is here now. */
    public synchronized void received(long appendMillis) {
        estimate.received(appendMillis, reading.getAsLong());
    }

    /** The reading to keep when a record is about to be sent. */
    long sending() {
        return reading.getAsLong();
    }

    /** The record that was sent at that reading is acknowledged now. */
    synchronized void acknowledged(long sent, long appendMillis) {
        estimate.acknowledged(sent, appendMillis, reading.getAsLong());
    }
}
