package io.lifeboat.executor.epoch;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** The epochs in the database. Every method joins the current transaction. */
@ApplicationScoped
public class Epochs {

    private final Mutiny.SessionFactory sessions;

    /** In that database. */
    public Epochs(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /**
     * Whether nothing more may be started under an epoch: a newer one was seen in its slot, or its execution was retired.
     * The slot's row stays locked until the transaction ends, so that no newer epoch can be accepted in between.
     */
    public Uni<Boolean> superseded(String application, Slot slot, long epoch, String executionId) {
        return sessions.withSession(session -> session.createNativeQuery(
                        "select epoch from epoch where application = :application and slot = :slot for share",
                        Long.class)
                .setParameter("application", application)
                .setParameter("slot", slot.name())
                .getResultList()
                .chain(highest -> newer(highest, epoch) ? Uni.createFrom().item(true) : retired(session, executionId)));
    }

    /** Notes that an epoch was seen; an older one changes nothing. */
    public Uni<Void> seen(String application, Slot slot, long epoch) {
        return sessions.withSession(session -> session.createNativeQuery("""
                        insert into epoch (application, slot, epoch) values (:application, :slot, :epoch)
                        on conflict (application, slot) do update set epoch = greatest(epoch.epoch, excluded.epoch)
                        """)
                .setParameter("application", application)
                .setParameter("slot", slot.name())
                .setParameter("epoch", epoch)
                .executeUpdate()
                .replaceWithVoid());
    }

    /**
     * Nothing more is started for an execution. Waits for the transactions that are just asking {@link #superseded}, so that
     * none of them starts anything after this one has committed.
     */
    public Uni<Void> retire(String application, String executionId, long epoch, String reason) {
        return sessions.withSession(session -> session.createNativeQuery(
                        "select epoch from epoch where application = :application for update", Long.class)
                .setParameter("application", application)
                .getResultList()
                .chain(() -> retire(session, executionId, epoch, reason)));
    }

    private static Uni<Void> retire(Mutiny.Session session, String executionId, long epoch, String reason) {
        return session.createNativeQuery("""
                        insert into retired_execution (execution_id, epoch, reason) values (:execution, :epoch, :reason)
                        on conflict (execution_id) do nothing
                        """)
                .setParameter("execution", executionId)
                .setParameter("epoch", epoch)
                .setParameter("reason", reason)
                .executeUpdate()
                .replaceWithVoid();
    }

    private static boolean newer(List<Long> highest, long epoch) {
        return !highest.isEmpty() && highest.getFirst() > epoch;
    }

    private static Uni<Boolean> retired(Mutiny.Session session, String executionId) {
        return session.createNativeQuery(
                        "select count(*) from retired_execution where execution_id = :execution", Long.class)
                .setParameter("execution", executionId)
                .getSingleResult()
                .map(count -> count > 0);
    }
}
