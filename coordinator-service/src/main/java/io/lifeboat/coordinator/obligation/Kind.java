package io.lifeboat.coordinator.obligation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What can be owed. */
public enum Kind {
    /** A returning region must meet the fence; nobody knows when it returns, so a person looks every week. */
    @JsonProperty("fence-pending")
    FENCE_PENDING("fence.armed", Duration.ofDays(7)),
    /** Nothing moves traffic before the witness is silent as well; nobody knows when the region returns. */
    @JsonProperty("latch-pending")
    LATCH_PENDING("traffic.latch.armed", Duration.ofDays(7)),
    /**
     * The snapshot Aurora takes of the old volume is a system snapshot, bound by the old cluster's retention, which is a day
     * unless someone raised it (Aurora user guide, disaster recovery; RDS API, CreateDBCluster).
     */
    @JsonProperty("copy-snapshot")
    COPY_SNAPSHOT("aurora.keep-snapshot", Duration.ofHours(24)),
    /** Until there is a secondary again the next disaster finds nothing to promote. */
    @JsonProperty("rebuild-protection")
    REBUILD_PROTECTION("aurora.rebuilt", Duration.ofHours(24)),
    /** Two writers took writes; what the old one took is in its volume alone. No machine can say which of them count. */
    @JsonProperty("reconcile-writes")
    RECONCILE_WRITES(null, Duration.ofHours(24));

    private final @Nullable String action;
    private final Duration within;

    Kind(@Nullable String action, Duration within) {
        this.action = action;
        this.within = within;
    }

    /** The action that keeps it; null when only a person can. */
    public @Nullable String action() {
        return action;
    }

    /** How long there is. */
    public Duration within() {
        return within;
    }

    /** As messages and people name it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
