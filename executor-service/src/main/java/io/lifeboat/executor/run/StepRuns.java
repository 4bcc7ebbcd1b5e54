package io.lifeboat.executor.run;

import io.lifeboat.contract.command.RunStep;
import io.lifeboat.executor.epoch.Slot;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The step runs in the database. Every method joins the current transaction. */
@ApplicationScoped
class StepRuns {

    private final Mutiny.SessionFactory sessions;

    StepRuns(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** The run of a command, or null; locked until the transaction ends. */
    Uni<@Nullable StepRunRow> locked(String commandId) {
        return sessions.withSession(
                session -> session.find(StepRunRow.class, commandId, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The run of a command, or null. */
    Uni<@Nullable StepRunRow> find(String commandId) {
        return sessions.withSession(session -> session.find(StepRunRow.class, commandId));
    }

    /** Whether that command, or that attempt under another id, or a newer attempt, has a run. */
    Uni<Boolean> known(String commandId, String executionId, String stepId, int attempt) {
        return sessions.withSession(session -> session.createSelectionQuery("""
                        select count(*) from StepRunRow
                        where commandId = :command
                           or (executionId = :execution and stepId = :step and attempt >= :attempt)
                        """, Long.class)
                .setParameter("command", commandId)
                .setParameter("execution", executionId)
                .setParameter("step", stepId)
                .setParameter("attempt", attempt)
                .getSingleResult()
                .map(count -> count > 0));
    }

    /** Adds a run. */
    Uni<Void> add(StepRunRow run) {
        return sessions.withSession(session -> session.persist(run).chain(session::flush));
    }

    /**
     * Open runs that nobody carries on, oldest first; locked, and those that others have locked left out.
     *
     * @param memory only what was accepted under that recollection
     * @param over which leases nobody holds any more
     */
    Uni<List<StepRunRow>> idle(int most, long memory, LeaseClock.Over over) {
        return sessions.withSession(session -> session.createNativeQuery("""
                        select * from step_run
                        where outcome is null and memory = :memory
                          and (lease_until is null or lease_until < :endingBefore or lease_until > :endingAfter)
                        order by accepted_at limit :most for update skip locked
                        """, StepRunRow.class)
                .setParameter("most", most)
                .setParameter("memory", memory)
                .setParameter("endingBefore", over.endingBefore())
                .setParameter("endingAfter", over.endingAfter())
                .getResultList());
    }

    /** Open runs of older epochs in a command's slot, and of older attempts of its step; locked. */
    Uni<List<StepRunRow>> displacedBy(RunStep command, Slot slot) {
        return sessions.withSession(session -> session.createNativeQuery("""
                        select * from step_run
                        where outcome is null and application = :application and slot = :slot
                          and (epoch < :epoch or (execution_id = :execution and step_id = :step and attempt < :attempt))
                        order by attempt for update
                        """, StepRunRow.class)
                .setParameter("application", command.application())
                .setParameter("slot", slot.name())
                .setParameter("epoch", command.epoch())
                .setParameter("execution", command.executionId())
                .setParameter("step", command.stepId())
                .setParameter("attempt", command.attempt())
                .getResultList());
    }

    /** The newest older attempt of a command's step that ended well. */
    Uni<Optional<StepRunRow>> succeededBefore(RunStep command) {
        return sessions.withSession(session -> session.createSelectionQuery("""
                        from StepRunRow
                        where executionId = :execution and stepId = :step and attempt < :attempt and outcome = :succeeded
                        order by attempt desc
                        """, StepRunRow.class)
                .setParameter("execution", command.executionId())
                .setParameter("step", command.stepId())
                .setParameter("attempt", command.attempt())
                .setParameter("succeeded", RunState.Outcome.SUCCEEDED)
                .setMaxResults(1)
                .getSingleResultOrNull()
                .map(Optional::ofNullable));
    }

    /** Prolongs the leases of a holder that have not ended. */
    Uni<Integer> prolong(String holder, Collection<String> commandIds, Instant now, Duration lasting) {
        return sessions.withSession(session -> session.createMutationQuery("""
                        update StepRunRow set leaseUntil = :until
                        where commandId in :commands and leaseHolder = :holder and leaseUntil > :now and outcome is null
                        """)
                .setParameter("until", now.plus(lasting))
                .setParameter("commands", commandIds)
                .setParameter("holder", holder)
                .setParameter("now", now)
                .executeUpdate());
    }

    /** The runs of an execution, or all open ones when it is null, oldest first. */
    Uni<List<StepRunRow>> list(@Nullable String executionId, int most) {
        // Two queries, for PostgreSQL cannot tell the type of a parameter that is null (42P08).
        return sessions.withSession(session -> (executionId == null
                        ? session.createSelectionQuery(
                                "from StepRunRow where outcome is null order by acceptedAt", StepRunRow.class)
                        : session.createSelectionQuery(
                                        "from StepRunRow where executionId = :execution order by acceptedAt",
                                        StepRunRow.class)
                                .setParameter("execution", executionId))
                .setMaxResults(most)
                .getResultList());
    }

    /** When this database was made. */
    Uni<Instant> firstStart() {
        return sessions.withSession(session -> session.createNativeQuery("select at from first_start", Instant.class)
                .getSingleResult());
    }
}
