package io.lifeboat.coordinator.deploy;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** The table {@code deploy_marker}, which keeps a month. Joins the caller's transaction. */
@ApplicationScoped
public class Deploys {

    private static final int NEWEST = 50;
    private static final int KEPT_DAYS = 30;

    private final Mutiny.SessionFactory sessions;

    Deploys(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** Notes a deploy that is done now, by PostgreSQL's clock. */
    public Uni<Void> mark(String application, String what, String version, List<String> regions, String who) {
        return sessions.withSession(session -> session.createNativeQuery("""
                        with forgotten as (
                            delete from deploy_marker
                            where application = :application
                                and marked_at < now() - cast(:days as integer) * interval '1 day')
                        insert into deploy_marker (application, what, version, regions, who)
                        values (:application, :what, :version, :regions, :who)
                        """)
                .setParameter("application", application)
                .setParameter("days", KEPT_DAYS)
                .setParameter("what", what)
                .setParameter("version", version)
                .setParameter("regions", String.join(",", regions))
                .setParameter("who", who)
                .executeUpdate()
                .replaceWithVoid());
    }

    /** The deploys of an application no older than that, the latest first; 50 at most. */
    public Uni<List<DeployMarker>> lately(String application, Duration within) {
        return sessions.withSession(session -> session.createNativeQuery("""
                        select what, version, regions, who, cast(extract(epoch from now() - marked_at) * 1000 as bigint)
                        from deploy_marker
                        where application = :application
                            and marked_at >= now() - cast(:within as bigint) * interval '1 millisecond'
                        order by marked_at desc, id desc limit :most
                        """, Object[].class)
                .setParameter("application", application)
                .setParameter("within", within.toMillis())
                .setParameter("most", NEWEST)
                .getResultList()
                .map(rows -> rows.stream().map(Deploys::marker).toList()));
    }

    private static DeployMarker marker(Object[] row) {
        return new DeployMarker(
                (String) row[0],
                (String) row[1],
                List.of(((String) row[2]).split(",")),
                (String) row[3],
                Duration.ofMillis(Math.max(0, ((Number) row[4]).longValue())));
    }
}
