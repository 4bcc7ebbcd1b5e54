package io.lifeboat.coordinator.arming;

import io.lifeboat.contract.Act;
import io.lifeboat.contract.plan.PlanRevision;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The tables {@code automation} and {@code plan_vouch}, and what the gate asks of past executions. Joins the caller's transaction. */
@ApplicationScoped
public class ArmingRepository {

    /** Any number, the same in every coordinator: whoever holds this lock is the one the machine opens an execution for. */
    private static final long OPENING_LOCK = 4_713_002L;

    /** Applications are counted only where the machine may act by itself at all: that reads every plan's newest revision. */
    private static final String FACTS = """
            select clock_timestamp(), a.stopped_who, a.stopped_why, a.stopped_at,
                   exists (select 1 from execution e where e.application = :application and e.plan_hash = :hash
                           and e.proven and e.moved_from = :from and e.mode in ('live', 'rehearsal'))
                   or exists (select 1 from plan_vouch v where v.application = :application and v.plan_hash = :hash),
                   l.execution_id,
                   cast(extract(epoch from clock_timestamp() - l.ended_at) * 1000 as bigint),
                   l.acknowledged_at is not null,
                   case when :automatic then (select count(distinct m.application) from execution m where m.by_machine
                           and m.application <> :application
                           and m.opened_at > now() - cast(:within as bigint) * interval '1 millisecond') else 0 end,
                   case when :automatic then (select count(*) from
                           (select distinct on (application) state from plan_revision order by application, revision desc) newest
                           where newest.state = 'in-force') else 0 end,
                   coalesce((select p.hash = :hash and p.state = 'in-force' from plan_revision p
                             where p.application = :application order by p.revision desc limit 1), false)
            from automation a left join lateral (
                select execution_id, ended_at, acknowledged_at from execution e
                where e.application = :application and e.mode = 'live' and e.ended_at is not null
                order by e.ended_at desc limit 1) l on true
            """;

    private final Mutiny.SessionFactory sessions;
    private final BlastPolicy policy;

    ArmingRepository(Mutiny.SessionFactory sessions, BlastPolicy policy) {
        this.sessions = sessions;
        this.policy = policy;
    }

    /**
     * How things stand for an application with that plan.
     *
     * @param from the region it would be moved from
     */
    public Uni<Arming> of(PlanRevision plan, String from) {
        return read(plan, from, FACTS);
    }

    /**
     * The same, and nobody stops automation until the transaction ends; a stop that came first is seen.
     *
     * @param from the region it would be moved from
     * @param machine whether the machine opens by itself: then nobody else does so meanwhile, so that the cap is kept
     */
    public Uni<Arming> claim(PlanRevision plan, String from, boolean machine) {
        Uni<Void> alone = machine ? lockOpenings() : Uni.createFrom().voidItem();
        return alone.chain(() -> read(plan, from, FACTS + " for share of a"));
    }

    /** Who has stopped all automation; empty while it runs. */
    public Uni<Optional<GlobalStop>> stop() {
        return sessions.withSession(session -> session.createNativeQuery(
                        "select stopped_who, stopped_why, stopped_at from automation", Object[].class)
                .getSingleResult()
                .map(row -> Optional.ofNullable(stop(row[0], row[1], row[2]))));
    }

    /** The same, and it stays so until the transaction ends. */
    Uni<Optional<GlobalStop>> stopForShare() {
        return sessions.withSession(session -> session.createNativeQuery(
                        "select stopped_who, stopped_why, stopped_at from automation for share", Object[].class)
                .getSingleResult()
                .map(row -> Optional.ofNullable(stop(row[0], row[1], row[2]))));
    }

    /** Waits until no execution is being opened, then answers who has stopped automation; nobody opens or stops meanwhile. */
    Uni<Optional<GlobalStop>> lockStop() {
        return sessions.withSession(session -> session.createNativeQuery(
                        "select stopped_who, stopped_why, stopped_at from automation for update", Object[].class)
                .getSingleResult()
                .map(row -> Optional.ofNullable(stop(row[0], row[1], row[2]))));
    }

    /** Stops automation, or lets it go on when nobody is named. */
    Uni<Void> write(@Nullable Act act) {
        return sessions.withSession(session -> session.createNativeQuery("""
                        update automation set stopped_who = :who, stopped_why = :why,
                            stopped_at = case when cast(:who as text) is null then null else clock_timestamp() end
                        """)
                .setParameter("who", act == null ? null : act.who())
                .setParameter("why", act == null ? null : act.why())
                .executeUpdate()
                .replaceWithVoid());
    }

    /** Keeps the word of two people; the newest word on a plan of that content counts. */
    Uni<Void> vouch(PlanRevision plan, Act first, Act second) {
        return sessions.withSession(session -> session.createNativeQuery("""
                        insert into plan_vouch (application, plan_hash, who, why, second_who, second_why)
                        values (:application, :hash, :who, :why, :secondWho, :secondWhy)
                        on conflict (application, plan_hash) do update set who = excluded.who, why = excluded.why,
                            second_who = excluded.second_who, second_why = excluded.second_why, said_at = now()
                        """)
                .setParameter("application", plan.application())
                .setParameter("hash", plan.hash())
                .setParameter("who", first.who())
                .setParameter("why", first.why())
                .setParameter("secondWho", second.who())
                .setParameter("secondWhy", second.why())
                .executeUpdate()
                .replaceWithVoid());
    }

    private Uni<Arming> read(PlanRevision plan, String from, String query) {
        return sessions.withSession(session -> session.createNativeQuery(query, Object[].class)
                .setParameter("application", plan.application())
                .setParameter("hash", plan.hash())
                .setParameter("from", from)
                .setParameter(
                        "automatic", Objects.requireNonNull(plan.plan()).gate().everAutomatic())
                .setParameter("within", policy.within().toMillis())
                .getSingleResult()
                .map(this::arming));
    }

    private Arming arming(Object[] row) {
        String last = (String) row[5];
        return new Arming(
                ((OffsetDateTime) row[0]).toInstant(),
                stop(row[1], row[2], row[3]),
                (Boolean) row[4] && (Boolean) row[10],
                last == null
                        ? null
                        : new LastExecution(
                                last, Duration.ofMillis(Math.max(0, ((Number) row[6]).longValue())), (Boolean) row[7]),
                new Blast(((Number) row[8]).intValue(), policy.of(((Number) row[9]).intValue()), policy.within()));
    }

    private static @Nullable GlobalStop stop(Object who, Object why, Object at) {
        return at == null
                ? null
                : new GlobalStop(new Act((String) who, (String) why), ((OffsetDateTime) at).toInstant());
    }

    private Uni<Void> lockOpenings() {
        return sessions.withSession(session -> session.createNativeQuery(
                        "select count(*) from (select pg_advisory_xact_lock(:number)) locked", Long.class)
                .setParameter("number", OPENING_LOCK)
                .getSingleResult()
                .replaceWithVoid());
    }
}
