package io.lifeboat.coordinator.timing;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.lifeboat.contract.envelope.Json;
import io.lifeboat.contract.timing.StepStatistics;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.hibernate.reactive.mutiny.Mutiny;

/** The table {@code step_timing}: the latest statistics of each application, step and mode. Joins the caller's transaction. */
@ApplicationScoped
public class StepTimings {

    private final Mutiny.SessionFactory sessions;

    StepTimings(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /**
     * Keeps statistics unless later ones are kept already.
     *
     * @param appendedAt when the broker appended them, by its clock, which is compared with nothing but itself
     */
    Uni<Void> keep(StepStatistics statistics, Instant appendedAt) {
        return sessions.withSession(session -> session.createNativeQuery("""
                        insert into step_timing as kept (application, step_id, mode, statistics, appended_at)
                        values (:application, :step, :mode, :statistics, :appended)
                        on conflict (application, step_id, mode) do update
                        set statistics = excluded.statistics, appended_at = excluded.appended_at
                        where kept.appended_at < excluded.appended_at
                        """)
                .setParameter("application", statistics.application())
                .setParameter("step", statistics.stepId())
                .setParameter("mode", statistics.mode().name().toLowerCase(Locale.ROOT))
                .setParameter("statistics", write(statistics))
                .setParameter("appended", appendedAt)
                .executeUpdate()
                .replaceWithVoid());
    }

    /** What is known of an application's steps. */
    public Uni<List<StepStatistics>> of(String application) {
        return sessions.withSession(session -> session.createNativeQuery(
                        "select statistics from step_timing where application = :application order by step_id, mode",
                        String.class)
                .setParameter("application", application)
                .getResultList()
                .map(rows -> rows.stream().map(StepTimings::read).toList()));
    }

    private static String write(StepStatistics statistics) {
        try {
            return Json.mapper().writeValueAsString(statistics);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("statistics that were read cannot be written", e);
        }
    }

    private static StepStatistics read(String statistics) {
        try {
            return Json.mapper().readValue(statistics, StepStatistics.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("table step_timing holds statistics that cannot be read", e);
        }
    }
}
