package io.lifeboat.contract.step;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Nothing was done, on purpose.
 *
 * @param ref the command
 * @param reason why
 * @param detail in words
 */
public record StepRefused(StepRef ref, Reason reason, String detail) implements StepEvent {

    /** Why a command is refused. */
    public enum Reason {
        @JsonProperty("stale-epoch")
        STALE_EPOCH,
        @JsonProperty("expired")
        EXPIRED,
        /** The command is older than what the executor's database knows: that was made, or restored, since. */
        @JsonProperty("before-first-start")
        BEFORE_FIRST_START,
        @JsonProperty("lease-lost")
        LEASE_LOST,
        @JsonProperty("unknown-action")
        UNKNOWN_ACTION,
        @JsonProperty("invalid-input")
        INVALID_INPUT
    }
}
