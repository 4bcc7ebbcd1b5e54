package io.lifeboat.contract.signal;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The vantage's own writes to its heartbeat row. All times are of this vantage's clock and may be compared with each
 * other and with the times in this vantage's rows, with nothing else.
 *
 * @param region the region whose writer accepted the latest, as far as this vantage knows
 * @param sequence of the latest accepted write
 * @param sentAt when the latest accepted write was sent
 * @param acceptedAt when its commit was confirmed
 * @param every the cadence: between two accepted writes of a healthy writer no more than this and a timeout pass
 * @param failedAt when the first failed attempt after the latest accepted write had ended; null while writes are accepted
 */
public record Heartbeat(
        @Nullable String region,
        long sequence,
        Instant sentAt,
        Instant acceptedAt,
        Duration every,
        @Nullable Instant failedAt) {}
