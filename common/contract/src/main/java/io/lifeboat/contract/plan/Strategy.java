package io.lifeboat.contract.plan;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How much of the application stands ready in the other region. */
public enum Strategy {
    @JsonProperty("backup-restore")
    BACKUP_RESTORE,
    @JsonProperty("pilot-light")
    PILOT_LIGHT,
    @JsonProperty("warm-standby")
    WARM_STANDBY,
    @JsonProperty("active-active")
    ACTIVE_ACTIVE
}
