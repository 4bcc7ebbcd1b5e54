package io.lifeboat.contract.plan;

import com.fasterxml.jackson.annotation.JsonProperty;

/** In which regions a watch looks. */
public enum Placement {
    /** Once in every region of the plan; {@code {region}} in its fields is replaced. */
    @JsonProperty("each")
    EACH,
    /** Where the writer was last observed. */
    @JsonProperty("active")
    ACTIVE,
    /** Once, belonging to no region. */
    @JsonProperty("global")
    GLOBAL
}
