package io.lifeboat.contract.signal;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A watch's judged state. Unknown is neither healthy nor failed. */
public enum SignalState {
    @JsonProperty("up")
    UP,
    @JsonProperty("degraded")
    DEGRADED,
    @JsonProperty("down")
    DOWN,
    @JsonProperty("unknown")
    UNKNOWN
}
