package io.lifeboat.executor.budget;

import io.lifeboat.executor.budget.Api.Rate;
import java.util.concurrent.TimeUnit;

/**
 * A token bucket whose rate yields when AWS throttles: halved by a throttled call, at most once a second and never below a
 * tenth, and raised by a twentieth of the full rate by each call that AWS carries out. Plain arithmetic on readings of a
 * monotonic clock, in nanoseconds; not thread-safe.
 */
final class TokenBucket {

    private static final double LEAST_SHARE = 0.1;
    private static final double STEP_UP = 0.05;
    private static final long ONE_SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Rate full;
    private double perSecond;
    private double tokens;
    private long filledAt;
    private long throttledAt;

    /** A full one. */
    TokenBucket(Rate full, long now) {
        this.full = full;
        this.perSecond = full.perSecond();
        this.tokens = full.burst();
        this.filledAt = now;
        this.throttledAt = now - ONE_SECOND;
    }

    /** Takes a token if there is one. */
    boolean take(long now) {
        fill(now);
        if (tokens < 1) {
            return false;
        }
        tokens -= 1;
        return true;
    }

    /** How long until there is a token, in nanoseconds; zero when there is one. */
    long untilNext(long now) {
        fill(now);
        return tokens >= 1 ? 0 : (long) Math.ceil((1 - tokens) / perSecond * ONE_SECOND);
    }

    /** AWS throttled a call: its bucket is empty, and so is this one. Calls that were under way together count once. */
    void throttled(long now) {
        fill(now);
        tokens = Math.min(tokens, 0);
        if (now - throttledAt >= ONE_SECOND) {
            throttledAt = now;
            perSecond = Math.max(perSecond / 2, full.perSecond() * LEAST_SHARE);
        }
    }

    /** AWS carried a call out. */
    void letThrough(long now) {
        fill(now);
        perSecond = Math.min(perSecond + full.perSecond() * STEP_UP, full.perSecond());
    }

    /** Calls a second, as it is now. */
    double perSecond() {
        return perSecond;
    }

    private void fill(long now) {
        if (now - filledAt > 0) {
            tokens = Math.min(tokens + (now - filledAt) * perSecond / ONE_SECOND, full.burst());
            filledAt = now;
        }
    }
}
