package io.lifeboat.contract.incident;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What kind of disaster it is. The class decides what may be done about it. */
public enum DisasterClass {
    @JsonProperty("region-outage")
    REGION_OUTAGE,
    @JsonProperty("region-degraded")
    REGION_DEGRADED,
    @JsonProperty("database-outage")
    DATABASE_OUTAGE,
    @JsonProperty("service-fault")
    SERVICE_FAULT,
    @JsonProperty("control-plane-only")
    CONTROL_PLANE_ONLY,
    @JsonProperty("data-corruption")
    DATA_CORRUPTION,
    @JsonProperty("mass-deletion")
    MASS_DELETION,
    @JsonProperty("ransomware")
    RANSOMWARE,
    @JsonProperty("unknown")
    UNKNOWN
}
