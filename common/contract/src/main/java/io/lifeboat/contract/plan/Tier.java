package io.lifeboat.contract.plan;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The layer of the application that a watch speaks for; a region outage shows in more than one. */
public enum Tier {
    /** The name customers use, through DNS, as they come in. */
    @JsonProperty("entrance")
    ENTRANCE,
    @JsonProperty("compute")
    COMPUTE,
    @JsonProperty("database")
    DATABASE,
    @JsonProperty("data")
    DATA,
    @JsonProperty("dns")
    DNS
}
