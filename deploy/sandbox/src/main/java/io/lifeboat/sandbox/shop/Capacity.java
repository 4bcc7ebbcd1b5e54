package io.lifeboat.sandbox.shop;

import java.util.function.LongSupplier;

/**
 * How many orders one task can take: a steady rate with some room for a burst. Above it a task turns orders away, so a
 * region that was not scaled cannot serve all customers.
 */
final class Capacity {

    private static final double NANOS = 1e9;

    private final double perSecond;
    private final double burst;
    private final LongSupplier nanoTime;
    private double tokens;
    private long refilledAt;

    /** @param nanoTime a monotonic clock, as {@link System#nanoTime} */
    Capacity(double perSecond, LongSupplier nanoTime) {
        this.perSecond = perSecond;
        this.burst = Math.max(1, perSecond / 2);
        this.nanoTime = nanoTime;
        this.tokens = burst;
        this.refilledAt = nanoTime.getAsLong();
    }

    /** Whether one more order fits in now. */
    synchronized boolean take() {
        long now = nanoTime.getAsLong();
        tokens = Math.min(burst, tokens + (now - refilledAt) / NANOS * perSecond);
        refilledAt = now;
        if (tokens < 1) {
            return false;
        }
        tokens -= 1;
        return true;
    }
}
