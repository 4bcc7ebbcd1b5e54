package io.lifeboat.contract.step;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.contract.signal.HeartbeatRow;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was wanted was observed.
 *
 * @param ref the command
 * @param effect whether this run changed anything
 * @param elapsed from start to the observation that it is done
 * @param detail in words
 * @param evidence what was observed, as the action tells it; null when there is nothing to tell
 * @param heartbeats the newest heartbeat rows readable at the writer, from actions that look; else empty
 */
public record StepSucceeded(
        StepRef ref,
        Effect effect,
        Duration elapsed,
        String detail,
        @Nullable JsonNode evidence,
        List<HeartbeatRow> heartbeats)
        implements StepEvent {

    public StepSucceeded {
        heartbeats = heartbeats == null ? List.of() : List.copyOf(heartbeats);
    }

    /** Whether a run changed anything. */
    public enum Effect {
        @JsonProperty("applied")
        APPLIED,
        /** It was so already. */
        @JsonProperty("already-so")
        ALREADY_SO,
        /** The least that serves came about, not the whole. */
        @JsonProperty("degraded")
        DEGRADED,
        /** A fence that could not reach the old writer and stays armed. */
        @JsonProperty("pending")
        PENDING
    }
}
