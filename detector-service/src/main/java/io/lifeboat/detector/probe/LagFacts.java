package io.lifeboat.detector.probe;

import io.lifeboat.detector.aws.GlobalCluster.Member;
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
 * @param synchronization whether that region follows the writer, in Aurora's words; null when it is not told
 */
public record LagFacts(
        @Nullable Duration behind,
        @Nullable Duration sampleAge,
        Moment readAt,
        @Nullable String writer,
        @Nullable String secondary,
        @Nullable String synchronization) {

    /** The roles alone: no lag was published. */
    static LagFacts unpublished(Moment now, @Nullable String writer, @Nullable Member secondary) {
        return secondary == null
                ? new LagFacts(null, null, now, writer, null, null)
                : new LagFacts(null, null, now, writer, secondary.region(), secondary.synchronization());
    }

    /** What is known when the roles could be read and the lag could not: the sample before, as much older as it is now. */
    static LagFacts unread(@Nullable LagFacts before, Moment now, @Nullable String writer, Member secondary) {
        boolean same = before != null && secondary.region().equals(before.secondary()) && before.sampleAge() != null;
        return same
                ? new LagFacts(
                        before.behind(),
                        before.sampleAge().plus(now.since(before.readAt())),
                        now,
                        writer,
                        secondary.region(),
                        secondary.synchronization())
                : unpublished(now, writer, secondary);
    }
}
