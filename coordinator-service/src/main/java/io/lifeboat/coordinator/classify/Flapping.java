package io.lifeboat.coordinator.classify;

import java.time.Duration;
import java.time.Instant;

/**
 * Whether what the vantages agree on comes and goes: that the active region, its database or its service is down. A sample is
 * taken whenever the quorum comes about or breaks, and one for each quarter of a minute in which neither happens. An application flaps once more than a fifth of the last 21 samples were
 * changes, and until no more than one of them is: beginning and end have thresholds of their own. A loss that unfolds, or a
 * blip and a loss after it, changes three times.
 *
 * @param agreed whether a quorum agreed that it is down, at the latest sample
 * @param changes the latest samples, one bit each, the newest lowest; set where it was a change
 * @param sampledAt when the latest sample was taken, by PostgreSQL's clock
 * @param flaps whether it flaps
 */
public record Flapping(boolean agreed, long changes, Instant sampledAt, boolean flaps) {

    /** How many samples count. */
    public static final int SAMPLES = 21;

    private static final Duration STEADY = Duration.ofSeconds(15);
    private static final long KEPT = (1L << SAMPLES) - 1;
    /** More than a fifth. */
    private static final int BEGINS = SAMPLES / 5 + 1;

    private static final int GOES_ON = 2;

    /** Nothing was ever wrong. */
    public static Flapping none(Instant now) {
        return new Flapping(false, 0, now, false);
    }

    /** What it is once the vantages were heard again. */
    public Flapping then(boolean agreesNow, Instant now) {
        Flapping steady = steadyUntil(now);
        return agreesNow == agreed
                ? steady
                : of(
                        agreesNow,
                        (steady.changes << 1 | 1) & KEPT,
                        now.isBefore(sampledAt) ? sampledAt : now,
                        steady.flaps);
    }

    /** What it is when nothing changed until then. */
    public Flapping steadyUntil(Instant now) {
        long steady = Math.max(0, Duration.between(sampledAt, now).dividedBy(STEADY));
        long shift = Math.min(steady, SAMPLES);
        return steady == 0
                ? this
                : of(agreed, changes << shift & KEPT, sampledAt.plus(STEADY.multipliedBy(steady)), flaps);
    }

    /** How many of the samples that count were changes. */
    public int changed() {
        return Long.bitCount(changes);
    }

    /** In words. */
    public String inWords() {
        return "what the vantages agree on changed in %d of its last %d samples".formatted(changed(), SAMPLES);
    }

    private static Flapping of(boolean agreed, long changes, Instant sampledAt, boolean flapped) {
        int changed = Long.bitCount(changes);
        return new Flapping(agreed, changes, sampledAt, changed >= (flapped ? GOES_ON : BEGINS));
    }
}
