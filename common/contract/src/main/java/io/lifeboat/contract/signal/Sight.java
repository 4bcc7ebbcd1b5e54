package io.lifeboat.contract.signal;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a detector trusts its own eyes. Unless it is clear, every signal of the snapshot is unknown. */
public enum Sight {
    @JsonProperty("clear")
    CLEAR,
    /** Started a moment ago; its windows are not full yet. */
    @JsonProperty("warming")
    WARMING,
    /** It runs late, lost its control targets, or sees a fifth of every region fall silent at once. */
    @JsonProperty("suspect")
    SUSPECT
}
