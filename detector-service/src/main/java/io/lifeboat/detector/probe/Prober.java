package io.lifeboat.detector.probe;

import io.vertx.core.Future;
import java.time.Duration;

/** Looks at one thing in the outside world. Never asked for a second look before the first has ended. */
public interface Prober {

    /**
     * Looks once.
     *
     * @param timeout how long it may take
     * @return the look; never failed, and ended soon after the timeout at the latest
     */
    Future<Look> look(Duration timeout);

    /** Lets go of connections it holds. */
    default void close() {}
}
