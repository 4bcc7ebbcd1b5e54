package io.lifeboat.coordinator.incident;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** The table {@code incident_entrance}. Joins the caller's transaction. */
@ApplicationScoped
class EntranceRepository {

    private final Mutiny.SessionFactory sessions;

    EntranceRepository(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    Uni<Map<EntranceRow.Key, EntranceRow>> of(String incidentId) {
        return sessions.withSession(session -> session.createSelectionQuery(
                        "from EntranceRow where key.incidentId = :incident", EntranceRow.class)
                .setParameter("incident", incidentId)
                .getResultList()
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> row.key, row -> row))));
    }

    Uni<Void> add(EntranceRow row) {
        return sessions.withSession(session -> session.persist(row));
    }

    Uni<Void> remove(EntranceRow row) {
        return sessions.withSession(session -> session.remove(row));
    }
}
