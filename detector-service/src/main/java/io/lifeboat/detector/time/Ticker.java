package io.lifeboat.detector.time;

/** Where moments come from; tests turn their own. */
@FunctionalInterface
public interface Ticker {

    /** The process's monotonic clock. */
    Ticker SYSTEM = () -> new Moment(System.nanoTime());

    /** The moment it is now. */
    Moment now();
}
