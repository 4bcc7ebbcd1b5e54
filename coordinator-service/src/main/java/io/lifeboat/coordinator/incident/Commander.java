package io.lifeboat.coordinator.incident;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * The one person who owns an incident.
 *
 * @param who the person
 * @param until when that ends by itself, by PostgreSQL's clock
 */
@Embeddable
record Commander(
        @Column(name = "commander") String who,
        @Column(name = "commander_until") Instant until) {

    /** Whether the incident is still theirs. */
    boolean commands(Instant now) {
        return now.isBefore(until);
    }
}
