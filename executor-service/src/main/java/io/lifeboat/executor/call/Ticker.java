package io.lifeboat.executor.call;

/** This process's monotonic clock, from which leases and permits are measured; tests turn their own. */
@FunctionalInterface
public interface Ticker {

    /** {@link System#nanoTime()}. */
    Ticker SYSTEM = System::nanoTime;

    /** Nanoseconds since some fixed point. */
    long nanos();
}
