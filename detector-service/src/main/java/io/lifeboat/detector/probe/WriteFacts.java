package io.lifeboat.detector.probe;

import io.lifeboat.detector.time.Moment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * This vantage's writes to its heartbeat row.
 *
 * @param accepted the latest write a writer confirmed; null when there was none since the detector started
 * @param failedAt when the latest attempt, which failed, had ended, by this vantage's wall clock; null when the latest was
 *     accepted
 * @param failedMoment the same on the monotonic clock
 */
public record WriteFacts(
        @Nullable Accepted accepted,
        @Nullable Instant failedAt,
        @Nullable Moment failedMoment) {

    /**
     * A write that was confirmed.
     *
     * @param region the region whose writer accepted it, by the address it was sent to; null when no region's database
     *     name stands for that address
     * @param sequence its number
     * @param sentAt when it was sent, by this vantage's wall clock
     * @param acceptedAt when its commit was confirmed, by this vantage's wall clock
     * @param moment the same on the monotonic clock
     */
    public record Accepted(@Nullable String region, long sequence, Instant sentAt, Instant acceptedAt, Moment moment) {}
}
