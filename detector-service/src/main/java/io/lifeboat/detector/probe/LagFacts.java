package io.lifeboat.detector.probe;

import io.lifeboat.detector.time.Moment;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What was read of a global database's replication.
 *
 * @param behind how far the secondary was behind; null when nothing was published
 * @param sampleAge how old that sample was when it was read; null when nothing was published
 * @param readAt when it was read
 * @param writer the region whose cluster is the writer; null when it could not be read
 * @param secondary the region the lag belongs to; null when there is none
 */
public record LagFacts(
        @Nullable Duration behind,
        @Nullable Duration sampleAge,
        Moment readAt,
        @Nullable String writer,
        @Nullable String secondary) {

    /** What is known when the roles could be read and the lag could not: the sample before, as much older as it is now. */
    static LagFacts unread(@Nullable LagFacts before, Moment now, @Nullable String writer, String secondary) {
        boolean same = before != null && secondary.equals(before.secondary()) && before.sampleAge() != null;
        return same
                ? new LagFacts(
                        before.behind(), before.sampleAge().plus(now.since(before.readAt())), now, writer, secondary)
                : new LagFacts(null, null, now, writer, secondary);
    }
}
