package io.lifeboat.coordinator.incident;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code incident_entrance}: an entrance watch that saw no good answer while the incident was open. */
@Entity
@Table(name = "incident_entrance")
class EntranceRow {

    @EmbeddedId
    Key key;

    /** The latest good look before the outage, by the vantage's clock; null when it is not known. */
    @Column(name = "last_good_at")
    @Nullable
    Instant lastGoodAt;

    @Column(name = "served_again")
    boolean servedAgain;

    /** One watch from one vantage. */
    @Embeddable
    record Key(@Column(name = "incident_id") String incidentId, String watch, String vantage) {}
}
