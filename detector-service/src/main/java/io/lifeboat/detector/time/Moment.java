package io.lifeboat.detector.time;

import java.time.Duration;

/**
 * A point on this process's monotonic clock. It means nothing to any other process, and cannot jump.
 *
 * @param nanos as {@link System#nanoTime()} counts them
 */
public record Moment(long nanos) implements Comparable<Moment> {

    /** How long after the earlier moment this one is; negative when it is before it. */
    public Duration since(Moment earlier) {
        return Duration.ofNanos(nanos - earlier.nanos);
    }

    /** The moment that much later. */
    public Moment plus(Duration duration) {
        return new Moment(nanos + duration.toNanos());
    }

    /** The moment that much earlier. */
    public Moment minus(Duration duration) {
        return new Moment(nanos - duration.toNanos());
    }

    /** Whether this is before the other. */
    public boolean isBefore(Moment other) {
        return compareTo(other) < 0;
    }

    /** Whether this is after the other. */
    public boolean isAfter(Moment other) {
        return compareTo(other) > 0;
    }

    /** The later of the two. */
    public static Moment later(Moment one, Moment other) {
        return one.isAfter(other) ? one : other;
    }

    /** Compares by the difference, which stays right when the counter overflows. */
    @Override
    public int compareTo(Moment other) {
        return Long.signum(nanos - other.nanos);
    }
}
