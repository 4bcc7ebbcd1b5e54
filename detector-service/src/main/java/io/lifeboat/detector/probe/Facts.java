package io.lifeboat.detector.probe;

import org.jspecify.annotations.Nullable;

/**
 * What a look learnt beside its state.
 *
 * @param write the write heartbeat, from {@code sql-write}; null otherwise
 * @param lag the replication lag, from {@code aurora-lag}; null otherwise
 * @param capacity what a service is to run, from {@code ecs-capacity}; null otherwise
 * @param growth by how much a table grew, from {@code row-count}; null otherwise
 */
public record Facts(
        @Nullable WriteFacts write,
        @Nullable LagFacts lag,
        @Nullable CapacityFacts capacity,
        @Nullable GrowthFacts growth) {

    /** Nothing. */
    public static final Facts NONE = new Facts(null, null, null, null);

    /** A write heartbeat. */
    public static Facts of(WriteFacts write) {
        return new Facts(write, null, null, null);
    }

    /** A replication lag. */
    public static Facts of(LagFacts lag) {
        return new Facts(null, lag, null, null);
    }

    /** What a service is to run. */
    public static Facts of(CapacityFacts capacity) {
        return new Facts(null, null, capacity, null);
    }

    /** By how much a table grew. */
    public static Facts of(GrowthFacts growth) {
        return new Facts(null, null, null, growth);
    }
}
