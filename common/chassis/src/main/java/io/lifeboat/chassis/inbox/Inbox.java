package io.lifeboat.chassis.inbox;

import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.hibernate.reactive.mutiny.Mutiny;

/** Remembers which messages a consumer took. */
@ApplicationScoped
@IfBuildProperty(name = "quarkus.datasource.db-kind", stringValue = "postgresql")
public class Inbox {

    private final Mutiny.SessionFactory sessions;

    @Inject
    public Inbox(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /**
     * Takes a message in the current transaction. A second transaction with the same message waits for the first to end.
     *
     * @param consumer who takes it, for example {@code coordinator.outage-events}
     * @param messageId its CloudEvents id
     * @return whether this consumer never took it before
     */
    public Uni<Boolean> isNew(String consumer, String messageId) {
        return sessions.withSession(session -> session.createNativeQuery(
                                "INSERT INTO inbox (consumer, message_id) VALUES (:consumer, :id) ON CONFLICT DO NOTHING")
                        .setParameter("consumer", consumer)
                        .setParameter("id", messageId)
                        .executeUpdate())
                .map(inserted -> inserted == 1);
    }
}
