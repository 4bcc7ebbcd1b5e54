package io.lifeboat.coordinator.obligation.store;

import io.lifeboat.coordinator.obligation.Obligation;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The table {@code obligation}. */
@ApplicationScoped
public class ObligationRepository {

    private static final int AT_MOST = 200;

    private final Mutiny.SessionFactory sessions;

    ObligationRepository(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /**
     * Keeps a new obligation.
     *
     * @param next when time alone changes something
     * @param pageAt when a person is paged
     */
    public Uni<Void> add(Obligation obligation, @Nullable Instant next, Instant now, Instant dueAt, Instant pageAt) {
        return sessions.withSession(session -> session.persist(new ObligationRow(obligation, next, now, dueAt, pageAt))
                .chain(session::flush));
    }

    /** An obligation, to be changed: whoever else wants to change it waits until the transaction ends. */
    public Uni<Optional<Obligation>> lock(String id) {
        return sessions.withSession(session -> session.find(ObligationRow.class, id, LockModeType.PESSIMISTIC_WRITE)
                .map(row -> Optional.ofNullable(row).map(ObligationRow::obligation)));
    }

    /** Keeps what became of a locked obligation. */
    public Uni<Void> keep(Obligation obligation, @Nullable Instant next, Instant now) {
        return sessions.withSession(session -> session.find(ObligationRow.class, obligation.id())
                .invoke(row -> row.change(obligation, next, now))
                .chain(session::flush));
    }

    /** Says when a person is paged next; null for not of itself. */
    public Uni<Void> pageAt(String id, @Nullable Instant at) {
        return sessions.withSession(session -> session.find(ObligationRow.class, id)
                .invoke(row -> row.pageAt(at))
                .chain(session::flush));
    }

    public Uni<Optional<StoredObligation>> find(String id) {
        return sessions.withSession(session -> session.find(ObligationRow.class, id)
                .map(row -> Optional.ofNullable(row).map(ObligationRow::stored)));
    }

    /** The newest first, 200 at most; of one application, and open or closed ones only, where that is named. */
    public Uni<List<StoredObligation>> list(@Nullable String application, @Nullable Boolean open) {
        String query = "from ObligationRow where true"
                + (application == null ? "" : " and application = :application")
                + (open == null ? "" : open ? " and closedAt is null" : " and closedAt is not null")
                + " order by openedAt desc, obligationId";
        return sessions.withSession(session -> {
            Mutiny.SelectionQuery<ObligationRow> selection =
                    session.createSelectionQuery(query, ObligationRow.class).setMaxResults(AT_MOST);
            if (application != null) {
                selection.setParameter("application", application);
            }
            return selection
                    .getResultList()
                    .map(rows -> rows.stream().map(ObligationRow::stored).toList());
        });
    }

    /** The ids of an application's open obligations, in one order, so that two transactions never wait for each other. */
    public Uni<List<String>> openOf(String application) {
        return sessions.withSession(session -> session.createSelectionQuery(
                        "select obligationId from ObligationRow where application = :application and closedAt is null"
                                + " order by obligationId",
                        String.class)
                .setParameter("application", application)
                .getResultList());
    }

    /** The ids of obligations for which something is due, the most overdue first. */
    public Uni<List<String>> due() {
        return sessions.withSession(session -> session.createNativeQuery("""
                        select obligation_id from obligation
                        where closed_at is null and least(next_at, page_at) <= now()
                        order by least(next_at, page_at)""", String.class)
                .setMaxResults(AT_MOST)
                .getResultList());
    }

    /** The obligation, when a person is to be paged for it now. */
    public Uni<Optional<StoredObligation>> pageDue(String id, Instant now) {
        return sessions.withSession(session -> session.createSelectionQuery(
                        "from ObligationRow where obligationId = :id and closedAt is null and pageAt <= :now",
                        ObligationRow.class)
                .setParameter("id", id)
                .setParameter("now", now)
                .getSingleResultOrNull()
                .map(row -> Optional.ofNullable(row).map(ObligationRow::stored)));
    }

    /** The newest epoch of an application's acting slot; obligations are commanded under it, and hold no slot themselves. */
    public Uni<Long> epoch(String application) {
        return sessions.withSession(session -> session.createNativeQuery(
                        "select epoch from execution_slot where application = :application and line = 'acting'",
                        Long.class)
                .setParameter("application", application)
                .getSingleResult());
    }
}
