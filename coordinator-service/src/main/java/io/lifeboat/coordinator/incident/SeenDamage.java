package io.lifeboat.coordinator.incident;

import io.lifeboat.contract.incident.DisasterClass;
import io.lifeboat.coordinator.classify.Damage;
import io.lifeboat.coordinator.classify.Damage.Breach;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.List;

/**
 * Damage that was seen or declared in an incident. It stays until two people lift it: a data watch that falls silent, or a
 * message that is lost, makes nothing whole.
 *
 * @param kind the gravest class of what was noted, by its enum name
 * @param watches the watches that saw it, with commas; a declaration stands in it by its class
 * @param reason what each measured, or who declared it
 * @param seenAt since when, by PostgreSQL's clock: what is restored must be older
 */
@Embeddable
record SeenDamage(
        @Column(name = "damage_class") String kind,
        @Column(name = "damage_watches") String watches,
        @Column(name = "damage_reason") String reason,
        @Column(name = "damage_seen_at") Instant seenAt) {

    static SeenDamage of(Breach breach, Instant now) {
        return new SeenDamage(
                breach.disasterClass().name(), breach.watch(), breach.reason(), now.minus(breach.heldFor()));
    }

    /** Somebody saw more. */
    SeenDamage with(SeenDamage more) {
        return new SeenDamage(
                Damage.graver(disasterClass(), more.disasterClass()).name(),
                watches + "," + more.watches,
                reason + "; " + more.reason,
                more.seenAt.isBefore(seenAt) ? more.seenAt : seenAt);
    }

    boolean has(String watch) {
        return List.of(watches.split(",")).contains(watch);
    }

    DisasterClass disasterClass() {
        return DisasterClass.valueOf(kind);
    }
}
