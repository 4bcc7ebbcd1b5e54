package io.lifeboat.contract.incident;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How sure a class is: no statistics, but rules that are written down in {@code docs/classes.md} and can be counted by hand. */
public enum Confidence {
    /** No quorum agrees, or a person's word is all there is. */
    @JsonProperty("low")
    LOW,
    /** A quorum agrees, and something speaks against it or is not known. */
    @JsonProperty("medium")
    MEDIUM,
    /** All who can see it agree, and what else must be true of such a disaster is. */
    @JsonProperty("high")
    HIGH
}
