package io.lifeboat.coordinator.plan;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** The table {@code plan_revision}. Joins the session of the caller where there is one. */
@ApplicationScoped
class PlanRepository {

    /** Any number, the same in every coordinator: whoever holds this lock is the one submitting a plan. */
    private static final long SUBMISSION_LOCK = 4_713_001L;

    private static final String STAMP = "select key.application, key.revision, hash, state from PlanRevisionRow";

    private final Mutiny.SessionFactory sessions;

    PlanRepository(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    Uni<Optional<PlanRevisionRow>> find(String application, int revision) {
        return sessions.withSession(
                session -> session.find(PlanRevisionRow.class, new PlanRevisionRow.Key(application, revision))
                        .map(Optional::ofNullable));
    }

    Uni<Optional<PlanRevisionRow>> newest(String application) {
        return sessions.withSession(session -> session.createSelectionQuery(
                        "from PlanRevisionRow where key.application = :application order by key.revision desc",
                        PlanRevisionRow.class)
                .setParameter("application", application)
                .setMaxResults(1)
                .getSingleResultOrNull()
                .map(Optional::ofNullable));
    }

    /** Which revision is the newest, without the plan itself. */
    Uni<Optional<PlanStamp>> newestStamp(String application) {
        return sessions.withSession(session -> session.createSelectionQuery(
                        STAMP + " where key.application = :application order by key.revision desc", PlanStamp.class)
                .setParameter("application", application)
                .setMaxResults(1)
                .getSingleResultOrNull()
                .map(Optional::ofNullable));
    }

    /** The stamp of one revision. */
    Uni<Optional<PlanStamp>> stamp(String application, int revision) {
        return sessions.withSession(session -> session.createSelectionQuery(
                        STAMP + " where key.application = :application and key.revision = :revision", PlanStamp.class)
                .setParameter("application", application)
                .setParameter("revision", revision)
                .getSingleResultOrNull()
                .map(Optional::ofNullable));
    }

    /** The applications with a plan in force. */
    Uni<List<String>> applications() {
        return sessions.withSession(
                session -> session.createNativeQuery("""
                        select application from
                            (select distinct on (application) application, state from plan_revision
                             order by application, revision desc) newest
                        where state = 'in-force' order by application
                        """, String.class).getResultList());
    }

    Uni<List<PlanRevisionRow>> newestOfEach() {
        return sessions.withSession(session -> session.createSelectionQuery(
                        "from PlanRevisionRow p where p.key.revision = (select max(q.key.revision) from PlanRevisionRow q"
                                + " where q.key.application = p.key.application) order by p.key.application",
                        PlanRevisionRow.class)
                .getResultList());
    }

    /**
     * Waits until nobody else is submitting a plan; held until the transaction ends. What a plan may hold depends on
     * every other plan, so submissions go one after another.
     */
    Uni<Void> lockSubmissions() {
        // Answers void, which no Java type stands for: hence the count around it.
        return sessions.withSession(session -> session.createNativeQuery(
                        "select count(*) from (select pg_advisory_xact_lock(:number)) locked", Long.class)
                .setParameter("number", SUBMISSION_LOCK)
                .getSingleResult()
                .replaceWithVoid());
    }

    Uni<Void> add(PlanRevisionRow row) {
        return sessions.withSession(session -> session.persist(row));
    }
}
