package io.lifeboat.contract.plan;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The layer of the application that a watch speaks for; a region outage shows in more than one, and never in capacity. */
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
    DNS,
    /** How much there is of it: what the other side must bring up, and no evidence of an outage. */
    @JsonProperty("capacity")
    CAPACITY,
    /** Whether the region's APIs answer: what a recovery may call, and nothing that customers meet. */
    @JsonProperty("control-plane")
    CONTROL_PLANE
}
