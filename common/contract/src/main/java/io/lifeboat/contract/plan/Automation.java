package io.lifeboat.contract.plan;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far the machine may go by itself. */
public enum Automation {
    /** Decide and record, do nothing. */
    @JsonProperty("observe")
    OBSERVE,
    /** Decide, then wait for people. */
    @JsonProperty("approve")
    APPROVE,
    /** Decide and act. */
    @JsonProperty("automatic")
    AUTOMATIC
}
