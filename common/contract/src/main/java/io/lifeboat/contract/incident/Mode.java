package io.lifeboat.contract.incident;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an execution may touch. */
public enum Mode {
    /** Production, in a disaster. */
    @JsonProperty("live")
    LIVE,
    /** Production, planned. */
    @JsonProperty("rehearsal")
    REHEARSAL,
    /** Only what it created and tagged itself. */
    @JsonProperty("drill")
    DRILL,
    /** Nothing: checks and observes with read-only credentials. */
    @JsonProperty("simulated")
    SIMULATED
}
