package io.lifeboat.coordinator.incident;

import io.lifeboat.contract.incident.DisasterClass;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * Damage that was seen or declared in an incident. It stays until two people lift it: a data watch that falls silent, or a
 * message that is lost, makes nothing whole.
 *
 * @param kind the class, by its enum name
 * @param reason what was measured, or who declared it
 * @param seenAt since when, by PostgreSQL's clock
 */
@Embeddable
record SeenDamage(
        @Column(name = "damage_class") String kind,
        @Column(name = "damage_reason") String reason,
        @Column(name = "damage_seen_at") Instant seenAt) {

    DisasterClass disasterClass() {
        return DisasterClass.valueOf(kind);
    }
}
