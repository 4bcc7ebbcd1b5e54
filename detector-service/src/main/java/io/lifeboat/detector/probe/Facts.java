package io.lifeboat.detector.probe;

import org.jspecify.annotations.Nullable;

/**
 * What a look learnt beside its state.
 *
 * @param write the write heartbeat, from {@code sql-write}; null otherwise
 * @param lag the replication lag, from {@code aurora-lag}; null otherwise
 */
public record Facts(@Nullable WriteFacts write, @Nullable LagFacts lag) {

    /** Nothing. */
    public static final Facts NONE = new Facts(null, null);
}
