package io.lifeboat.coordinator.page;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** What waits for a person. Joins the caller's transaction; {@link Paging} calls after it has committed. */
@ApplicationScoped
public class Pages {

    /** How the notification ids of obligations begin: they outlive their incident. */
    public static final String OBLIGATION = "obligation/";

    private final Mutiny.SessionFactory sessions;

    Pages(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /**
     * Asks a person. A question that waits already keeps waiting, with its text brought up to date; one that was answered
     * is asked again.
     *
     * @param notificationId the same for the same question
     */
    public Uni<Void> ask(String notificationId, String application, String incidentId, String text) {
        return sessions.withSession(session -> session.createNativeQuery("""
                        insert into page as asked (notification_id, application, incident_id, text)
                        values (:id, :application, :incident, :text)
                        on conflict (notification_id) do update set
                            text = excluded.text,
                            asked_at = case when asked.answered_at is null then asked.asked_at else now() end,
                            next_at = case when asked.answered_at is null then asked.next_at else now() end,
                            answered_at = null
                        where asked.answered_at is not null or asked.text <> excluded.text
                        """)
                .setParameter("id", notificationId)
                .setParameter("application", application)
                .setParameter("incident", incidentId)
                .setParameter("text", text)
                .executeUpdate()
                .replaceWithVoid());
    }

    /** The question was answered, or is moot; one that was never asked is no mistake. */
    public Uni<Void> answered(String notificationId) {
        return sessions.withSession(session -> session.createNativeQuery(
                        "update page set answered_at = now() where notification_id = :id and answered_at is null")
                .setParameter("id", notificationId)
                .executeUpdate()
                .replaceWithVoid());
    }

    /** Every question of an incident is moot, but for what is owed when it closes. */
    public Uni<Void> answeredAll(String incidentId) {
        return sessions.withSession(session -> session.createNativeQuery(
                        "update page set answered_at = now() where incident_id = :incident and answered_at is null"
                                + " and not starts_with(notification_id, :obligation)")
                .setParameter("incident", incidentId)
                .setParameter("obligation", OBLIGATION)
                .executeUpdate()
                .replaceWithVoid());
    }
}
