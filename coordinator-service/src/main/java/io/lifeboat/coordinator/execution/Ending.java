package io.lifeboat.coordinator.execution;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why an execution ends before its last step. */
public enum Ending {
    /** A person ended it, and decides what follows. */
    @JsonProperty("aborted")
    ABORTED,
    /** A disaster needs the slot; the gate has decided what follows. */
    @JsonProperty("gave-way")
    GAVE_WAY,
    /** A person wants another in its place; the gate is asked for it at once. */
    @JsonProperty("superseded")
    SUPERSEDED
}
