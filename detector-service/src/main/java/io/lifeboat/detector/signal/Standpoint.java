package io.lifeboat.detector.signal;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Who is looking, and from where.
 *
 * @param vantage where the detector stands
 * @param region the region it stands in, or null when it stands in none
 * @param detector the instance
 * @param bootId changes at every start
 * @param sequence counts all messages of this boot
 */
public record Standpoint(String vantage, @Nullable String region, String detector, String bootId, AtomicLong sequence) {

    /** The next number of this boot. */
    public long next() {
        return sequence.incrementAndGet();
    }
}
