package io.lifeboat.contract.signal;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Replication lag as last published.
 *
 * @param behind how far the secondary was behind; null when nothing was published
 * @param sampleAge age of that sample when the message was sent; null when nothing was published
 * @param writer the region whose cluster is the writer, or null when it could not be read
 * @param secondary the region the lag belongs to
 * @param synchronization whether that region follows the writer, in Aurora's words: connected or pending-resync; null when it
 *     could not be read
 */
public record Lag(
        @Nullable Duration behind,
        @Nullable Duration sampleAge,
        @Nullable String writer,
        @Nullable String secondary,
        @Nullable String synchronization) {}
