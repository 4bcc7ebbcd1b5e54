package io.lifeboat.coordinator.incident;

import io.lifeboat.coordinator.classify.Flapping;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The table {@code steadiness}: whether each application's state in its active region comes and goes, whatever became of its incidents. Joins the
 * caller's transaction.
 */
@ApplicationScoped
class Steadiness {

    private final Mutiny.SessionFactory sessions;

    Steadiness(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** How steady it is at that moment. */
    Uni<Flapping> of(String application, String region, Instant now) {
        return sessions.withSession(session -> session.createNativeQuery(
                        "select agreed, changes, sampled_at, flaps from steadiness where application = :application and region = :region",
                        Object[].class)
                .setParameter("application", application)
                .setParameter("region", region)
                .getResultList()
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(Steadiness::read)
                        .orElseGet(() -> Flapping.none(now))
                        .steadyUntil(now)));
    }

    /** Keeps that a quorum sees the active region down now, or that none does; the application's lock is held already. */
    Uni<Flapping> note(String application, String region, boolean agreed, Instant now) {
        return of(application, region, now).chain(before -> {
            Flapping after = before.then(agreed, now);
            // What was steady is told by the clock alone.
            return after.agreed() == before.agreed()
                    ? Uni.createFrom().item(after)
                    : keep(application, region, after).replaceWith(after);
        });
    }

    /** Writes it down. */
    Uni<Void> keep(String application, String region, Flapping flapping) {
        return sessions.withSession(session -> session.createNativeQuery("""
                        insert into steadiness (application, region, agreed, changes, sampled_at, flaps)
                        values (:application, :region, :agreed, :changes, :sampledAt, :flaps)
                        on conflict (application, region) do update
                        set agreed = excluded.agreed, changes = excluded.changes, sampled_at = excluded.sampled_at,
                            flaps = excluded.flaps
                        """)
                .setParameter("application", application)
                .setParameter("region", region)
                .setParameter("agreed", flapping.agreed())
                .setParameter("changes", flapping.changes())
                .setParameter("sampledAt", flapping.sampledAt())
                .setParameter("flaps", flapping.flaps())
                .executeUpdate()
                .replaceWithVoid());
    }

    private static Flapping read(Object[] row) {
        return new Flapping(
                (Boolean) row[0],
                ((Number) row[1]).longValue(),
                row[2] instanceof OffsetDateTime at ? at.toInstant() : (Instant) row[2],
                (Boolean) row[3]);
    }
}
