package io.lifeboat.coordinator.incident;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a detector told of, over REST.
 *
 * @param kind suspected, confirmed or cleared
 * @param vantage where it stands
 * @param detector the instance
 * @param region the region meant, or null for the entrance
 * @param faultAge since the latest good look before, when it was told; null when there was none
 * @param seenAt when it was told, by PostgreSQL's clock
 */
public record SightingView(
        String kind,
        String vantage,
        String detector,
        @Nullable String region,
        @Nullable Duration faultAge,
        Instant seenAt) {

    static SightingView of(SightingRow row) {
        Long millis = row.faultMillis;
        return new SightingView(
                row.kind,
                row.vantage,
                row.detector,
                row.region,
                millis == null ? null : Duration.ofMillis(millis),
                row.seenAt);
    }
}
