package io.lifeboat.chassis.broker;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * How far this machine's monotonic clock is ahead of the broker's clock, from pairs of readings: plain arithmetic, no
 * clock of its own. Every reading bounds the offset from above (something took time on the way back); the smallest bound of
 * the last ten minutes is the best. An acknowledged sending bounds it from below too, and a lower bound above the estimate
 * means that the broker's clock was set back, or another broker leads: then everything learned before is forgotten.
 *
 * <p>All values are milliseconds. Not thread-safe.
 */
final class OffsetEstimate {

    private static final long BUCKET = 60_000;
    private static final int BUCKETS = 10;

    /** Clocks are read to the millisecond and slewed a little; less than this contradicts nothing. */
    private static final long TOLERANCE = 100;

    private record Bound(long bucket, long offset) {}

    private final Deque<Bound> bounds = new ArrayDeque<>();

    /** A record that was sent at one local reading, appended at a broker time and acknowledged at a later reading. */
    void acknowledged(long sent, long appended, long acknowledged) {
        Long estimate = offset();
        if (estimate != null && sent - appended > estimate + TOLERANCE) {
            bounds.clear();
        }
        received(appended, acknowledged);
    }

    /** A record that was appended at a broker time and was here at a local reading. */
    void received(long appended, long here) {
        long bucket = Math.floorDiv(here, BUCKET);
        Bound last = bounds.peekLast();
        if (last != null && last.bucket() == bucket) {
            bounds.removeLast();
            bounds.addLast(new Bound(bucket, Math.min(last.offset(), here - appended)));
        } else {
            bounds.addLast(new Bound(bucket, here - appended));
        }
        for (Iterator<Bound> oldest = bounds.iterator(); oldest.hasNext(); ) {
            if (oldest.next().bucket() > bucket - BUCKETS) {
                break;
            }
            oldest.remove();
        }
    }

    /** How long before the local reading a record was appended; never negative; null before the first reading. */
    @Nullable
    Long sinceAppended(long appended, long now) {
        Long offset = offset();
        return offset == null ? null : Math.max(0, now - appended - offset);
    }

    private @Nullable Long offset() {
        return bounds.stream().map(Bound::offset).min(Long::compare).orElse(null);
    }
}
