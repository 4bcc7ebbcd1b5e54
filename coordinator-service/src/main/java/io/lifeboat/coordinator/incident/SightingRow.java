package io.lifeboat.coordinator.incident;

import io.lifeboat.contract.outage.Sighting;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code incident_sighting}: what a detector told of while the incident was open. */
@Entity
@Table(name = "incident_sighting")
class SightingRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @Column(name = "incident_id")
    String incidentId;

    String kind;
    String vantage;
    String detector;

    @Nullable
    String region;

    @Column(name = "fault_millis")
    @Nullable
    Long faultMillis;

    @Column(name = "seen_at")
    Instant seenAt;

    static SightingRow of(String incidentId, String kind, Sighting sighting, Instant seenAt) {
        SightingRow row = new SightingRow();
        row.incidentId = incidentId;
        row.kind = kind;
        row.vantage = sighting.vantage();
        row.detector = sighting.detector();
        row.region = sighting.region();
        Duration faultAge = sighting.faultAge();
        row.faultMillis = faultAge == null ? null : faultAge.toMillis();
        row.seenAt = seenAt;
        return row;
    }
}
