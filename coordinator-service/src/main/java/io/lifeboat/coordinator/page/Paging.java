package io.lifeboat.coordinator.page;

import io.lifeboat.chassis.sequence.InTurn;
import io.lifeboat.chassis.transaction.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Calls the pager for every question that waits: at once, then every {@code lifeboat.pager.repeat} until it is answered. A
 * call that nobody heard is repeated after {@code lifeboat.pager.retry}. A page is claimed in the database before the call,
 * so that two coordinators do not both call, and one that dies in between only delays it.
 */
@ApplicationScoped
public class Paging {

    private static final Logger LOG = Logger.getLogger(Paging.class);

    private final Mutiny.SessionFactory sessions;
    private final Transactions transactions;
    private final Pager pager;
    private final Duration repeat;
    private final Duration retry;

    Paging(
            Mutiny.SessionFactory sessions,
            Transactions transactions,
            Pager pager,
            @ConfigProperty(name = "lifeboat.pager.repeat", defaultValue = "60s") Duration repeat,
            @ConfigProperty(name = "lifeboat.pager.retry", defaultValue = "5s") Duration retry) {
        this.sessions = sessions;
        this.transactions = transactions;
        this.pager = pager;
        this.repeat = repeat;
        this.retry = retry;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> callForThoseWaiting() {
        return transactions.run(this::claim).chain(pages -> InTurn.each(pages, this::call));
    }

    private Uni<Void> call(Page page) {
        return pager.call(page).onFailure().recoverWithUni(failure -> {
            LOG.errorf(
                    "page %s: nobody heard it, next try in %s: %s", page.notificationId(), retry, failure.getMessage());
            return transactions.run(() -> callAgainIn(page, retry));
        });
    }

    private Uni<List<Page>> claim() {
        return sessions.withSession(session -> session.createNativeQuery("""
                        update page set times = times + 1,
                            next_at = now() + cast(:repeat as bigint) * interval '1 millisecond'
                        where notification_id in (
                            select notification_id from page where answered_at is null and next_at <= now()
                            order by next_at limit 20 for update skip locked)
                        returning notification_id, application, incident_id, text, asked_at, times
                        """, Object[].class)
                .setParameter("repeat", repeat.toMillis())
                .getResultList()
                .map(rows -> rows.stream().map(Paging::page).toList()));
    }

    private Uni<Void> callAgainIn(Page page, Duration pause) {
        return sessions.withSession(session -> session.createNativeQuery("""
                        update page set next_at = least(next_at, now() + cast(:pause as bigint) * interval '1 millisecond')
                        where notification_id = :id and answered_at is null
                        """)
                .setParameter("pause", pause.toMillis())
                .setParameter("id", page.notificationId())
                .executeUpdate()
                .replaceWithVoid());
    }

    private static Page page(Object[] row) {
        return new Page(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                ((OffsetDateTime) row[4]).toInstant(),
                ((Number) row[5]).intValue());
    }
}
