package io.lifeboat.chassis.memory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code recollection}.
 *
 * @param number 1 for the first start
 * @param identity the server's system identifier and timeline, or {@link #NOT_TOLD}
 * @param since when it was first seen, by the database's clock
 * @param who the person who told that the database was restored; null when it was seen
 * @param why the reason they gave; null when it was seen
 */
public record Remembered(
        long number,
        String identity,
        Instant since,
        @Nullable String who,
        @Nullable String why) {

    /** The identity of a server that does not let anybody read it. */
    public static final String NOT_TOLD = "not told";
}
