package io.lifeboat.coordinator.incident;

import io.lifeboat.contract.Act;
import io.lifeboat.contract.incident.DisasterClass;
import io.lifeboat.coordinator.command.Form;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** The tables {@code incident}, {@code incident_sighting} and {@code incident_approval}. Joins the caller's transaction. */
@ApplicationScoped
class IncidentRepository {

    private static final int NEWEST = 200;

    private final Mutiny.SessionFactory sessions;

    IncidentRepository(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /**
     * Waits until nobody else changes the application's incident; held until the transaction ends. It also covers the
     * moment in which there is no incident to lock yet.
     */
    Uni<Void> lock(String application) {
        return sessions.withSession(session -> session.createNativeQuery(
                        "select count(*) from (select pg_advisory_xact_lock(hashtextextended('incident/' || :application, 0))) locked",
                        Long.class)
                .setParameter("application", application)
                .getSingleResult()
                .replaceWithVoid());
    }

    /** PostgreSQL's clock, which goes on within a transaction: locks may have been waited for. */
    Uni<Instant> now() {
        return sessions.withSession(session -> session.createNativeQuery("select clock_timestamp()", Instant.class)
                .getSingleResult());
    }

    /** Writes what was changed so far, where the order of writes matters to a constraint. */
    Uni<Void> flush() {
        return sessions.withSession(Mutiny.Session::flush);
    }

    Uni<Optional<IncidentRow>> open(String application) {
        return sessions.withSession(session -> session.createSelectionQuery(
                        "from IncidentRow where application = :application and closedAt is null", IncidentRow.class)
                .setParameter("application", application)
                .getSingleResultOrNull()
                .map(Optional::ofNullable));
    }

    /** When the application's latest incident that is over was closed; empty when it never had one. */
    Uni<Optional<Instant>> lastClosedAt(String application) {
        return sessions.withSession(session -> session.createSelectionQuery(
                        "select max(closedAt) from IncidentRow where application = :application", Instant.class)
                .setParameter("application", application)
                .getSingleResultOrNull()
                .map(Optional::ofNullable));
    }

    /** The application's latest incident that is over. */
    Uni<Optional<IncidentRow>> latestClosed(String application) {
        return sessions.withSession(session -> session.createSelectionQuery(
                        "from IncidentRow where application = :application and closedAt is not null order by closedAt desc",
                        IncidentRow.class)
                .setParameter("application", application)
                .setMaxResults(1)
                .getSingleResultOrNull()
                .map(Optional::ofNullable));
    }

    /**
     * Incidents that are over and were taken for a class at some time, the application's own first, then the latest. Once
     * all is well again an incident's class is unknown, so the journal is asked too.
     *
     * @param but an incident to leave out
     */
    Uni<List<IncidentRow>> closedOf(DisasterClass disasterClass, String application, String but, int most) {
        return sessions.withSession(session -> session.createSelectionQuery("""
                        from IncidentRow incident where incident.closedAt is not null and incident.id <> :but
                        and (incident.disasterClass = :class or exists (select 1 from GateJournalRow journal
                            where journal.incidentId = incident.id and journal.disasterClass = :class))
                        order by case when incident.application = :application then 0 else 1 end, incident.closedAt desc
                        """, IncidentRow.class)
                .setParameter("but", but)
                .setParameter("class", disasterClass.name())
                .setParameter("application", application)
                .setMaxResults(most)
                .getResultList());
    }

    /** Whose incident it is; for locking before anything of it is read. */
    Uni<Optional<String>> application(String incidentId) {
        return sessions.withSession(session -> session.createSelectionQuery(
                        "select application from IncidentRow where id = :id", String.class)
                .setParameter("id", incidentId)
                .getSingleResultOrNull()
                .map(Optional::ofNullable));
    }

    Uni<Optional<IncidentRow>> find(String id) {
        return sessions.withSession(
                session -> session.find(IncidentRow.class, id).map(Optional::ofNullable));
    }

    /** The newest incidents of all applications first. */
    Uni<List<IncidentRow>> newest() {
        return sessions.withSession(
                session -> session.createSelectionQuery("from IncidentRow order by openedAt desc", IncidentRow.class)
                        .setMaxResults(NEWEST)
                        .getResultList());
    }

    /** The newest incidents of one application first. */
    Uni<List<IncidentRow>> newest(String application) {
        return sessions.withSession(session -> session.createSelectionQuery(
                        "from IncidentRow where application = :application order by openedAt desc", IncidentRow.class)
                .setParameter("application", application)
                .setMaxResults(NEWEST)
                .getResultList());
    }

    /**
     * The applications whose open incident was not evaluated for that long, the longest waiting first.
     *
     * @param undecided how long where the gate decides still
     * @param recovering how long where an execution was opened
     */
    Uni<List<String>> waitingFor(Duration undecided, Duration recovering, int most) {
        return sessions.withSession(session -> session.createNativeQuery("""
                        select application from incident
                        where closed_at is null and coalesce(evaluated_at, '-infinity')
                            <= now() - case state when 'recovering' then cast(:recovering as bigint)
                                else cast(:undecided as bigint) end * interval '1 millisecond'
                        order by evaluated_at nulls first limit :most
                        """, String.class)
                .setParameter("undecided", undecided.toMillis())
                .setParameter("recovering", recovering.toMillis())
                .setParameter("most", most)
                .getResultList());
    }

    /** Adds an incident at once, for what refers to it is written by plain SQL. */
    Uni<Void> add(IncidentRow row) {
        return sessions.withSession(session -> session.persist(row).chain(session::flush));
    }

    Uni<Void> add(SightingRow sighting) {
        return sessions.withSession(session -> session.persist(sighting));
    }

    /** What the detectors told of, in the order it came. */
    Uni<List<SightingRow>> sightings(String incidentId) {
        return sessions.withSession(session -> session.createSelectionQuery(
                        "from SightingRow where incidentId = :incident order by id", SightingRow.class)
                .setParameter("incident", incidentId)
                .setMaxResults(NEWEST)
                .getResultList());
    }

    /** Who said yes and to what, each person once; a person's newest word counts. */
    Uni<Void> approve(String incidentId, Act act, Form form, Instant now) {
        return sessions.withSession(session -> session.createNativeQuery("""
                        insert into incident_approval (incident_id, who, why, form, given_at)
                        values (:incident, :who, :why, :form, :now)
                        on conflict (incident_id, who)
                            do update set why = excluded.why, form = excluded.form, given_at = excluded.given_at
                        """)
                .setParameter("incident", incidentId)
                .setParameter("who", act.who())
                .setParameter("why", act.why())
                .setParameter("form", form.name())
                .setParameter("now", now)
                .executeUpdate()
                .replaceWithVoid());
    }

    /**
     * Who said yes since a time, in the order they did.
     *
     * @param to what yes was said to; a yes to a failover is one to a switchover too, which asks less
     */
    Uni<List<Act>> approvals(String incidentId, Form to, Instant since) {
        return sessions.withSession(session -> session.createNativeQuery("""
                        select who, why from incident_approval
                        where incident_id = :incident and given_at > :since and form in (:forms) order by given_at
                        """, Object[].class)
                .setParameter(
                        "forms",
                        to == Form.PLANNED
                                ? List.of(Form.PLANNED.name(), Form.UNPLANNED.name())
                                : List.of(Form.UNPLANNED.name()))
                .setParameter("incident", incidentId)
                .setParameter("since", since)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Act((String) row[0], (String) row[1]))
                        .toList()));
    }

    /** How many incidents wait for people now. */
    Uni<Long> awaitingApproval() {
        return sessions.withSession(session -> session.createSelectionQuery(
                        "select count(*) from IncidentRow where state = 'awaiting-approval'", Long.class)
                .getSingleResult());
    }
}
