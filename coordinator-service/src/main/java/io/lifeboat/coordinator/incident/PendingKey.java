package io.lifeboat.coordinator.incident;

import io.lifeboat.contract.Act;
import io.lifeboat.contract.incident.DisasterClass;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;

/**
 * What one person wants an incident reclassified to, until another says the same.
 *
 * @param to the class, by its enum name
 * @param who the person
 * @param why their reason
 * @param at when, by PostgreSQL's clock
 */
@Embeddable
record PendingKey(
        @Column(name = "pending_key_class") String to,
        @Column(name = "pending_key_who") String who,
        @Column(name = "pending_key_why") String why,
        @Column(name = "pending_key_at") Instant at) {

    /** Whether another person's word for that class completes it. */
    boolean isCompletedBy(DisasterClass wanted, Act act, Instant now, Duration within) {
        return to.equals(wanted.name())
                && !who.equals(act.who())
                && Duration.between(at, now).compareTo(within) <= 0;
    }

    Act act() {
        return new Act(who, why);
    }
}
