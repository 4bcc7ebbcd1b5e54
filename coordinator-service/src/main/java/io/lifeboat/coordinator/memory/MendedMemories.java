package io.lifeboat.coordinator.memory;

import io.lifeboat.contract.Act;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The table {@code mended_memory}. Joins the caller's transaction. */
@ApplicationScoped
class MendedMemories {

    private final Mutiny.SessionFactory sessions;

    MendedMemories(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** Why an application's memory is trusted under that recollection; empty while it is not. */
    Uni<Optional<String>> reason(String application, long memory) {
        return sessions.withSession(session -> session.createNativeQuery(
                        "select reason from mended_memory where application = :application and memory = :memory",
                        String.class)
                .setParameter("application", application)
                .setParameter("memory", memory)
                .getSingleResultOrNull()
                .map(Optional::ofNullable));
    }

    /** The applications whose memory is trusted under that recollection. */
    Uni<List<String>> all(long memory) {
        return sessions.withSession(session -> session.createNativeQuery(
                        "select application from mended_memory where memory = :memory", String.class)
                .setParameter("memory", memory)
                .getResultList());
    }

    /**
     * It is trusted from now on; the first word stays, and only it answers true.
     *
     * @param act the person who says so; null when the vantages do
     */
    Uni<Boolean> mend(String application, long memory, String reason, @Nullable Act act) {
        return sessions.withSession(session -> session.createNativeQuery("""
                        insert into mended_memory (application, memory, reason, who, why)
                        values (:application, :memory, :reason, :who, :why) on conflict do nothing
                        """)
                .setParameter("application", application)
                .setParameter("memory", memory)
                .setParameter("reason", reason)
                .setParameter("who", act == null ? null : act.who())
                .setParameter("why", act == null ? null : act.why())
                .executeUpdate()
                .map(inserted -> inserted == 1));
    }
}
