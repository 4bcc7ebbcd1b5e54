package io.lifeboat.coordinator.health;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The table {@code health_event}. Joins the caller's transaction. */
@ApplicationScoped
public class HealthNotices {

    /** AWS goes on about an issue that is open; what it has not mentioned for a day it may have closed unheard. */
    private static final Duration UNHEARD = Duration.ofDays(1);

    private static final int KEPT_DAYS = 30;

    private final Mutiny.SessionFactory sessions;

    HealthNotices(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** Keeps AWS's latest word on an event; an older one, and one of the same moment again, changes nothing. */
    Uni<Void> keep(HealthEvent event) {
        return sessions.withSession(session -> session.createNativeQuery("""
                        with forgotten as (
                            delete from health_event
                            where heard_at < now() - cast(:days as integer) * interval '1 day' and event_arn <> :arn)
                        insert into health_event as kept
                            (event_arn, region, service, type, scope, category, status, updated_at)
                        values (:arn, :region, :service, :type, :scope, :category, :status,
                                cast(nullif(:updated, '') as timestamptz))
                        on conflict (event_arn) do update
                        set region = excluded.region, service = excluded.service, type = excluded.type,
                            scope = excluded.scope, category = excluded.category, status = excluded.status,
                            updated_at = coalesce(excluded.updated_at, kept.updated_at), heard_at = now(),
                            told_at = case when kept.status = excluded.status then kept.told_at else now() end
                        where coalesce(kept.updated_at <= excluded.updated_at, true)
                        """)
                .setParameter("days", KEPT_DAYS)
                .setParameter("arn", event.arn())
                .setParameter("region", event.region())
                .setParameter("service", event.service())
                .setParameter("type", event.type())
                .setParameter("scope", event.scope())
                .setParameter("category", event.category())
                .setParameter("status", event.status())
                .setParameter("updated", text(event.updatedAt()))
                .executeUpdate()
                .replaceWithVoid());
    }

    /** The public issues that are open in these regions, the oldest first. */
    public Uni<List<HealthNotice>> open(List<String> regions) {
        return sessions.withSession(session -> session.createNativeQuery("""
                        select region, service, type, cast(extract(epoch from now() - told_at) * 1000 as bigint)
                        from health_event
                        where status = 'open' and scope = 'PUBLIC' and category = 'issue' and region in (:regions)
                            and heard_at >= now() - cast(:unheard as bigint) * interval '1 millisecond'
                        order by told_at, event_arn
                        """, Object[].class)
                .setParameter("regions", regions)
                .setParameter("unheard", UNHEARD.toMillis())
                .getResultList()
                .map(rows -> rows.stream().map(HealthNotices::notice).toList()));
    }

    private static HealthNotice notice(Object[] row) {
        return new HealthNotice(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                Duration.ofMillis(Math.max(0, ((Number) row[3]).longValue())));
    }

    /** Null is written as no text at all, for a null of no type is none PostgreSQL knows how to cast. */
    private static String text(@Nullable Instant time) {
        return time == null ? "" : time.toString();
    }
}
