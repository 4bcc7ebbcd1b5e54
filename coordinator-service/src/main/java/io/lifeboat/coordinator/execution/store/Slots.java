package io.lifeboat.coordinator.execution.store;

import io.lifeboat.contract.incident.Mode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** The slots of applications, and the epoch each has come to. */
@ApplicationScoped
public class Slots {

    private final Mutiny.SessionFactory sessions;

    Slots(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /**
     * Takes the next epoch: one more than the last, and no less than the seconds since 1970, so that a database restored
     * from a backup cannot go back. Whoever else wants the slot waits until the transaction ends.
     */
    public Uni<Long> nextEpoch(String application, Mode mode) {
        return sessions.withSession(session -> session.createNativeQuery("""
                        insert into execution_slot as slot (application, line, epoch)
                        values (:application, :line, cast(extract(epoch from now()) as bigint))
                        on conflict (application, line)
                        do update set epoch = greatest(slot.epoch + 1, excluded.epoch)
                        returning epoch""", Long.class)
                .setParameter("application", application)
                .setParameter("line", mode == Mode.DRILL ? "drill" : "acting")
                .getSingleResult());
    }
}
