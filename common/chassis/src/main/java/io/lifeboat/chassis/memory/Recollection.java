package io.lifeboat.chassis.memory;

import java.time.Duration;
import java.time.Instant;

/**
 * What the database remembers, as it is within one transaction.
 *
 * @param now PostgreSQL's {@code now()}: when the transaction began
 * @param number 1 while the memory never went back, and one more each time it may have. What was kept under a smaller number may
 *     have been overtaken by what was forgotten
 * @param since when this memory began, by the same clock: the first start, or when the latest restore was noticed
 */
public record Recollection(Instant now, long number, Instant since) {

    /** The number of a memory that never went back. */
    public static final long FIRST = 1;

    /** Whether the memory may have gone back. */
    public boolean broken() {
        return number > FIRST;
    }

    /** How long ago it began. */
    public Duration age() {
        Duration age = Duration.between(since, now);
        return age.isNegative() ? Duration.ZERO : age;
    }
}
