package io.lifeboat.coordinator.execution.store;

import io.lifeboat.contract.Act;
import io.lifeboat.contract.incident.Mode;
import io.lifeboat.coordinator.execution.Execution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The table {@code execution}. */
@ApplicationScoped
public class ExecutionRepository {

    /** Aborted ones say nothing of where an application is; a few of them in a row may be passed over. */
    private static final int LATELY = 20;

    private final Mutiny.SessionFactory sessions;

    ExecutionRepository(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** Keeps a new execution; the database refuses a second open one of an application. */
    public Uni<Void> add(Execution execution, boolean byMachine, @Nullable Instant due, Instant now) {
        return sessions.withSession(session -> session.persist(new ExecutionRow(execution, byMachine, due, now))
                .chain(session::flush));
    }

    /**
     * An execution, to be changed: whoever else wants to change it waits until the transaction ends. By a query, for a find that
     * locks what the session has read already names columns by their fields; one that was changed since it was read is a stale
     * version, and the transaction begins anew.
     */
    public Uni<Optional<Execution>> lock(String executionId) {
        return sessions.withSession(
                session -> session.createSelectionQuery("from ExecutionRow where executionId = :id", ExecutionRow.class)
                        .setParameter("id", executionId)
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .getSingleResultOrNull()
                        .map(row -> Optional.ofNullable(row).map(ExecutionRow::execution)));
    }

    /** Keeps what became of a locked execution. */
    public Uni<Void> keep(Execution execution, @Nullable Instant due, Instant now) {
        return sessions.withSession(
                session -> session.find(ExecutionRow.class, execution.ref().executionId())
                        .invoke(row -> row.change(execution, due, now))
                        .chain(session::flush));
    }

    public Uni<Optional<StoredExecution>> find(String executionId) {
        return sessions.withSession(session -> session.find(ExecutionRow.class, executionId)
                .map(row -> Optional.ofNullable(row).map(StoredExecution::of)));
    }

    /** A person has looked at an execution that ended; the first word stays, and only it answers true. */
    public Uni<Boolean> acknowledge(String executionId, Act act) {
        return sessions.withSession(session -> session.createNativeQuery("""
                        update execution set acknowledged_who = :who, acknowledged_why = :why, acknowledged_at = now()
                        where execution_id = :id and ended_at is not null and acknowledged_at is null
                        """)
                .setParameter("who", act.who())
                .setParameter("why", act.why())
                .setParameter("id", executionId)
                .executeUpdate()
                .map(changed -> changed == 1));
    }

    /** The open executions that a stop of all automation has still to halt, or that go on now that it is over. */
    public Uni<List<String>> toHaltOrGoOn() {
        return sessions.withSession(
                session -> session.createNativeQuery("""
                        select execution_id from execution, automation
                        where ended_at is null and state <> 'aborting' and halted <> (stopped_at is not null)
                        order by opened_at
                        """, String.class).getResultList());
    }

    /** The open executions that have not come to terms with that recollection yet. */
    public Uni<List<String>> openBefore(long memory) {
        return sessions.withSession(session -> session.createNativeQuery(
                        "select execution_id from execution where ended_at is null and memory < :memory order by opened_at",
                        String.class)
                .setParameter("memory", memory)
                .getResultList());
    }

    /** The open live or rehearsal execution of an application. */
    public Uni<Optional<StoredExecution>> open(String application) {
        return sessions.withSession(session -> session.createSelectionQuery(
                        "from ExecutionRow where application = :application and endedAt is null"
                                + " and mode in ('live', 'rehearsal')",
                        ExecutionRow.class)
                .setParameter("application", application)
                .getSingleResultOrNull()
                .map(row -> Optional.ofNullable(row).map(StoredExecution::of)));
    }

    /** The latest executions that act on production for an application, open or ended, the newest first. */
    public Uni<List<StoredExecution>> newest(String application) {
        return sessions.withSession(session -> session.createSelectionQuery(
                        "from ExecutionRow where application = :application"
                                + " and mode in ('live', 'rehearsal') order by openedAt desc",
                        ExecutionRow.class)
                .setParameter("application", application)
                .setMaxResults(LATELY)
                .getResultList()
                .map(rows -> rows.stream().map(StoredExecution::of).toList()));
    }

    /** The executions of an incident, the newest first. */
    public Uni<List<StoredExecution>> ofIncident(String incidentId) {
        return sessions.withSession(session -> session.createSelectionQuery(
                        "from ExecutionRow where incidentId = :incident order by openedAt desc", ExecutionRow.class)
                .setParameter("incident", incidentId)
                .getResultList()
                .map(rows -> rows.stream().map(StoredExecution::of).toList()));
    }

    /** The ids of executions in which something is due, the most overdue first. */
    public Uni<List<String>> due(int most) {
        return sessions.withSession(session -> session.createNativeQuery(
                        "select execution_id from execution where due_at <= now() order by due_at", String.class)
                .setMaxResults(most)
                .getResultList());
    }

    /** How many steps executors have, by mode; a mode without any is missing. */
    public Uni<Map<Mode, Long>> stepsInFlight() {
        return sessions.withSession(session -> session.createSelectionQuery(
                        "select mode, sum(inFlight) from ExecutionRow where endedAt is null group by mode",
                        Object[].class)
                .getResultList()
                .map(rows -> {
                    Map<Mode, Long> count = new EnumMap<>(Mode.class);
                    rows.forEach(row -> count.put(ExecutionRow.modeNamed((String) row[0]), (Long) row[1]));
                    return count;
                }));
    }
}
