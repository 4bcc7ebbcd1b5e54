package io.lifeboat.coordinator.signal;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.lifeboat.contract.envelope.Json;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.signal.SignalSnapshot;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The table {@code vantage_view}: the latest snapshot of every application and vantage. Joins the caller's transaction. */
@ApplicationScoped
public class VantageViews {

    private final Mutiny.SessionFactory sessions;

    VantageViews(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /**
     * Keeps a snapshot unless a later one is kept already: of the same boot the higher sequence wins, of two boots the one
     * sent later.
     *
     * @param sinceSent how long ago the broker appended it
     * @param clockAhead how far the vantage's clock was ahead of the broker's then
     */
    Uni<Void> keep(SignalSnapshot snapshot, Duration sinceSent, Duration clockAhead) {
        return sessions.withSession(session -> session.createNativeQuery("""
                        insert into vantage_view as kept (application, vantage, boot_id, sequence, sent_at, snapshot,
                            clock_ahead_millis)
                        values (:application, :vantage, :boot, :sequence,
                                now() - cast(:sinceMillis as bigint) * interval '1 millisecond', :snapshot, :clockAhead)
                        on conflict (application, vantage) do update
                        set boot_id = excluded.boot_id, sequence = excluded.sequence, sent_at = excluded.sent_at,
                            snapshot = excluded.snapshot, clock_ahead_millis = excluded.clock_ahead_millis
                        where case when kept.boot_id = excluded.boot_id then kept.sequence < excluded.sequence
                                   else kept.sent_at < excluded.sent_at end
                        """)
                .setParameter("application", snapshot.application())
                .setParameter("vantage", snapshot.vantage())
                .setParameter("boot", snapshot.bootId())
                .setParameter("sequence", snapshot.sequence())
                .setParameter("sinceMillis", sinceSent.toMillis())
                .setParameter("snapshot", write(snapshot))
                .setParameter("clockAhead", clockAhead.toMillis())
                .executeUpdate()
                .replaceWithVoid());
    }

    /** What the vantages of a plan say now, with ages by PostgreSQL's clock. */
    public Uni<Evidence> evidence(Plan plan) {
        return sessions.withSession(session -> session.createNativeQuery("""
                        select vantage, snapshot, cast(extract(epoch from now() - sent_at) * 1000 as bigint),
                            clock_ahead_millis
                        from vantage_view where application = :application
                        """, Object[].class)
                .setParameter("application", plan.application())
                .getResultList()
                .map(rows -> evidence(plan, rows)));
    }

    private static Evidence evidence(Plan plan, List<Object[]> rows) {
        Map<String, Object[]> byVantage =
                rows.stream().collect(Collectors.toMap(row -> (String) row[0], Function.identity()));
        return new Evidence(plan.vantages().stream()
                .map(vantage -> {
                    Object[] row = byVantage.get(vantage.id());
                    return row == null
                            ? new View(vantage.id(), vantage.region(), null, null)
                            : new View(
                                    vantage.id(),
                                    vantage.region(),
                                    read((String) row[1]),
                                    since((Number) row[2]),
                                    ahead((Number) row[3]));
                })
                .toList());
    }

    private static Duration since(Number millis) {
        // A transaction that began before the snapshot was stored sees it as sent in its future.
        return Duration.ofMillis(Math.max(0, millis.longValue()));
    }

    private static @Nullable Duration ahead(@Nullable Number millis) {
        return millis == null ? null : Duration.ofMillis(millis.longValue());
    }

    private static String write(SignalSnapshot snapshot) {
        try {
            return Json.mapper().writeValueAsString(snapshot);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a snapshot that was read cannot be written", e);
        }
    }

    private static SignalSnapshot read(String snapshot) {
        try {
            return Json.mapper().readValue(snapshot, SignalSnapshot.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("table vantage_view holds a snapshot that cannot be read", e);
        }
    }
}
