package io.lifeboat.coordinator.signal;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.lifeboat.contract.envelope.Json;
import io.lifeboat.contract.signal.Heartbeat;
import io.lifeboat.coordinator.execution.LastHeartbeats;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The table {@code incident_heartbeat}: the last write that each vantage saw accepted at the old writer. Kept for as long as
 * an incident is open, for the detectors go on writing at the new one.
 */
@ApplicationScoped
public class AcceptedHeartbeats implements LastHeartbeats {

    private final Mutiny.SessionFactory sessions;

    AcceptedHeartbeats(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public Uni<Map<String, Heartbeat>> of(String incidentId) {
        return sessions.withSession(session -> session.createNativeQuery(
                        "select vantage, heartbeat from incident_heartbeat where incident_id = :incident",
                        Object[].class)
                .setParameter("incident", incidentId)
                .getResultList()
                .map(rows ->
                        rows.stream().collect(Collectors.toMap(row -> (String) row[0], row -> read((String) row[1])))));
    }

    /**
     * Learns from what the vantages say now.
     *
     * @param from the region whose writer counts as the old one
     * @param executing whether an execution has been opened, so that a new writer may accept writes
     */
    public Uni<Void> learn(String incidentId, String from, boolean executing, Evidence evidence) {
        return of(incidentId).flatMap(kept -> {
            Uni<Void> all = Uni.createFrom().voidItem();
            for (View view : evidence.views()) {
                Optional<Heartbeat> learnt =
                        OldWriter.lastAccepted(Optional.ofNullable(kept.get(view.vantage())), view, from, executing);
                if (learnt.isPresent() && !learnt.get().equals(kept.get(view.vantage()))) {
                    all = all.chain(() -> keep(incidentId, view.vantage(), learnt.get()));
                }
            }
            return all;
        });
    }

    private Uni<Void> keep(String incidentId, String vantage, Heartbeat heartbeat) {
        return sessions.withSession(session -> session.createNativeQuery("""
                        insert into incident_heartbeat (incident_id, vantage, heartbeat)
                        values (:incident, :vantage, :heartbeat)
                        on conflict (incident_id, vantage) do update set heartbeat = excluded.heartbeat
                        """)
                .setParameter("incident", incidentId)
                .setParameter("vantage", vantage)
                .setParameter("heartbeat", write(heartbeat))
                .executeUpdate()
                .replaceWithVoid());
    }

    private static String write(Heartbeat heartbeat) {
        try {
            return Json.mapper().writeValueAsString(heartbeat);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a heartbeat that was read cannot be written", e);
        }
    }

    private static Heartbeat read(String heartbeat) {
        try {
            return Json.mapper().readValue(heartbeat, Heartbeat.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("table incident_heartbeat holds what cannot be read", e);
        }
    }
}
