package io.lifeboat.chassis.memory;

import io.lifeboat.chassis.transaction.Transactions;
import io.lifeboat.contract.Act;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether the database may have gone back: it was restored to a point in the past, or a standby was promoted that did not
 * have everything. Kafka and the cloud did not go back with it.
 *
 * <p>A point-in-time recovery and a promotion begin a new timeline, and another cluster has another system identifier. Both are
 * compared with what was noted last, in the schema's own table {@code recollection}. A copy of the disk put back, and a schema
 * loaded from a dump, show neither: a person has to tell.
 */
@ApplicationScoped
@IfBuildProperty(name = "quarkus.datasource.db-kind", stringValue = "postgresql")
public class Memory {

    private static final Logger OPERATIONS = Logger.getLogger("io.lifeboat.operations");

    /**
     * The control file's last checkpoint is written some minutes after a promotion; until then the point to recover to, which
     * the promotion itself writes, is of the new timeline already.
     */
    static final String IDENTITY = """
            select now(), cast(s.system_identifier as text) || '/'
                       || greatest(c.timeline_id, coalesce(x.min_recovery_end_timeline, 0)),
                   r.number, r.identity, r.since, r.who, r.why
            from pg_control_system() s cross join pg_control_checkpoint() c cross join pg_control_recovery() x
            left join lateral (select * from recollection order by number desc limit 1) r on true
            """;

    private static final String NOT_TOLD = """
            select now(), cast('not told' as text), r.number, r.identity, r.since, r.who, r.why
            from (select 1) one
            left join lateral (select * from recollection order by number desc limit 1) r on true
            """;

    private static final String MAY_READ = """
            select coalesce(bool_and(has_function_privilege(to_regprocedure(f), 'execute')), false)
                   and count(to_regprocedure(f)) = 3
            from unnest(array['pg_control_system()', 'pg_control_checkpoint()', 'pg_control_recovery()']) f
            """;

    private final Mutiny.SessionFactory sessions;
    private final Transactions transactions;
    private final boolean wanted;
    private volatile @Nullable Boolean readable;

    /**
     * Of that database.
     *
     * @param wanted false where the server's control functions may be executed and fail all the same
     */
    @Inject
    public Memory(
            Mutiny.SessionFactory sessions,
            Transactions transactions,
            @ConfigProperty(name = "lifeboat.memory.look", defaultValue = "true") boolean wanted) {
        this.sessions = sessions;
        this.transactions = transactions;
        this.wanted = wanted;
    }

    /**
     * The memory as it is within the current transaction, or one of its own. When the server is not the one that was noted last
     * that is noted with it: whoever commits anything on a memory that went back has noted that it did.
     */
    public Uni<Recollection> recall() {
        return transactions.run(() -> look().chain(
                        look -> look.recollection().map(Uni.createFrom()::item).orElseGet(() -> note(look))));
    }

    /** A person says that the database was restored; it remembers from now on. */
    public Uni<Recollection> restored(Act act) {
        return transactions.run(() -> look().chain(look -> add(look, act)).chain(this::recall));
    }

    /** Everything that was noted, the oldest first. */
    public Uni<List<Remembered>> all() {
        return transactions.run(() -> sessions.withSession(session -> session.createNativeQuery(
                        "select number, identity, since, who, why from recollection order by number", Object[].class)
                .getResultList()
                .map(rows -> rows.stream().map(row -> remembered(row, 0)).toList())));
    }

    /** Whether the server's identity may be read. */
    Uni<Boolean> isReadable() {
        return transactions.run(this::readable);
    }

    private Uni<Look> look() {
        return readable()
                .chain(may -> sessions.withSession(
                        session -> session.createNativeQuery(may ? IDENTITY : NOT_TOLD, Object[].class)
                                .getSingleResult()
                                .map(row -> new Look(
                                        ((OffsetDateTime) row[0]).toInstant(),
                                        (String) row[1],
                                        row[2] == null ? null : remembered(row, 2)))));
    }

    private Uni<Recollection> note(Look look) {
        return add(look, null).chain(added -> {
            Remembered former = look.latest();
            if (added && former != null) {
                OPERATIONS.warnf(
                        "the database is %s and was %s: it was restored, or a standby promoted, and may have forgotten what"
                                + " happened. Nothing that was open goes on by itself; people look and say: docs/memory.md",
                        look.identity(), former.identity());
            }
            return recall();
        });
    }

    /** Whoever comes second waits for the first, and reads what that one has noted. */
    private Uni<Boolean> add(Look look, @Nullable Act act) {
        return sessions.withSession(session -> session.createNativeQuery("""
                        insert into recollection (number, identity, who, why) values (:number, :identity, :who, :why)
                        on conflict do nothing
                        """)
                .setParameter("number", look.next())
                .setParameter("identity", look.identity())
                .setParameter("who", act == null ? null : act.who())
                .setParameter("why", act == null ? null : act.why())
                .executeUpdate()
                .map(inserted -> inserted == 1));
    }

    private Uni<Boolean> readable() {
        Boolean known = readable;
        if (known != null || !wanted) {
            return Uni.createFrom().item(wanted && known != null && known);
        }
        return sessions.withSession(session -> session.createNativeQuery(MAY_READ, Boolean.class)
                .getSingleResult()
                .invoke(may -> readable = may));
    }

    private static Remembered remembered(Object[] row, int from) {
        return new Remembered(
                ((Number) row[from]).longValue(),
                (String) row[from + 1],
                ((OffsetDateTime) row[from + 2]).toInstant(),
                (String) row[from + 3],
                (String) row[from + 4]);
    }
}
