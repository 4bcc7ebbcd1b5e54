package io.lifeboat.coordinator.classify;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one vantage makes of a region. All detectors of a vantage together have one.
 *
 * @param vantage the vantage
 * @param finding what it sees
 * @param reason which looks say so
 * @param evidenceAge age of the oldest look it rests on; null when it rests on none
 * @param heldFor for how long these looks have been saying so; null when nothing is wrong or nothing is known
 */
public record Vote(
        String vantage,
        Finding finding,
        String reason,
        @Nullable Duration evidenceAge,
        @Nullable Duration heldFor) {

    /** What a vantage can find. */
    public enum Finding {
        /** Compute is down, and with it the database or the entrance, while the other regions are not. */
        @JsonProperty("region-down")
        REGION_DOWN,
        /** The database is down and compute is not. */
        @JsonProperty("database-down")
        DATABASE_DOWN,
        /** Compute or the entrance is down while the database is up. */
        @JsonProperty("service-down")
        SERVICE_DOWN,
        /** Slow, or some looks of a tier fail and others do not. */
        @JsonProperty("degraded")
        DEGRADED,
        /** What customers need is up, and an API of the region fails. */
        @JsonProperty("control-plane-down")
        CONTROL_PLANE_DOWN,
        @JsonProperty("clear")
        CLEAR,
        /** It is silent, distrusts itself, or sees too little to say. */
        @JsonProperty("unknown")
        UNKNOWN,
        /** It stands in the failing region, so its vote does not count. */
        @JsonProperty("inside")
        INSIDE
    }

    /** For how long the first of them has seen something wrong; empty when none does. */
    static Optional<Duration> troubledFor(List<Vote> votes) {
        return votes.stream()
                .filter(Vote::troubled)
                .map(Vote::heldFor)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
    }

    /** Whether it sees something wrong. */
    public boolean troubled() {
        return switch (finding) {
            case REGION_DOWN, DATABASE_DOWN, SERVICE_DOWN, DEGRADED, CONTROL_PLANE_DOWN -> true;
            case CLEAR, UNKNOWN, INSIDE -> false;
        };
    }
}
