package io.lifeboat.contract.incident;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the gate decided. */
public enum GateOutcome {
    @JsonProperty("proceed")
    PROCEED,
    @JsonProperty("await-approval")
    AWAIT_APPROVAL,
    @JsonProperty("hold")
    HOLD,
    @JsonProperty("veto")
    VETO
}
