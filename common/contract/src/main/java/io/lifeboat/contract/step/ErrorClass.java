package io.lifeboat.contract.step;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What kind of failure it was; classified once, by the executor. */
public enum ErrorClass {
    @JsonProperty("throttled")
    THROTTLED,
    /** Refused connection, time-out, 5xx: another try may do better. */
    @JsonProperty("transient")
    TRANSIENT,
    @JsonProperty("access-denied")
    ACCESS_DENIED,
    @JsonProperty("not-found")
    NOT_FOUND,
    /** The resource is in a state that forbids the call. */
    @JsonProperty("invalid-state")
    INVALID_STATE,
    @JsonProperty("capacity")
    CAPACITY,
    /** The parameters are wrong. */
    @JsonProperty("invalid-input")
    INVALID_INPUT,
    /** The world contradicts what the step was told. */
    @JsonProperty("contradiction")
    CONTRADICTION,
    /** What was wanted was looked at and is not so. */
    @JsonProperty("not-so")
    NOT_SO,
    @JsonProperty("permanent")
    PERMANENT
}
