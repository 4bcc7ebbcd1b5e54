package io.lifeboat.sandbox.rds;

import java.time.Duration;

/**
 * How long Aurora takes. The times are the sandbox's own, chosen so that a demonstration is short; AWS promises none of
 * them.
 *
 * @param promotion from the call to the new writer taking writes
 * @param nameMove how long after the promotion the writer's name moves
 * @param writerTimeToLive of the writer's name in DNS; at most 5 s in Aurora's own advice to clients
 * @param lagPeriod how often the replication lag is published; AWS does it about once a minute
 * @param rebuild how long after a region's return its old writer is left as it is before it is made anew
 */
public record Timing(
        Duration promotion, Duration nameMove, Duration writerTimeToLive, Duration lagPeriod, Duration rebuild) {

    public static final Timing DEFAULT = new Timing(
            Duration.ofSeconds(4),
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(1),
            Duration.ofSeconds(3));

    public Timing withPromotion(Duration value) {
        return new Timing(value, nameMove, writerTimeToLive, lagPeriod, rebuild);
    }

    public Timing withNameMove(Duration value) {
        return new Timing(promotion, value, writerTimeToLive, lagPeriod, rebuild);
    }

    public Timing withWriterTimeToLive(Duration value) {
        return new Timing(promotion, nameMove, value, lagPeriod, rebuild);
    }

    public Timing withLagPeriod(Duration value) {
        return new Timing(promotion, nameMove, writerTimeToLive, value, rebuild);
    }

    public Timing withRebuild(Duration value) {
        return new Timing(promotion, nameMove, writerTimeToLive, lagPeriod, value);
    }
}
