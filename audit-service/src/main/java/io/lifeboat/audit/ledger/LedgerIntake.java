package io.lifeboat.audit.ledger;

import io.lifeboat.chassis.crash.CrashPoint;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Everything the flow says goes into the ledger, readable or not. What fails is tried again until it passes: an audit that
 * skips is none, and nothing in the flow waits for it.
 */
@ApplicationScoped
public class LedgerIntake {

    private static final Logger LOG = Logger.getLogger(LedgerIntake.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final Ledger ledger;
    private final Event<Added> added;

    @Inject
    public LedgerIntake(Ledger ledger, Event<Added> added) {
        this.ledger = ledger;
        this.added = added;
    }

    /** Outage events, incident events, commands, step events and timings. */
    @Incoming("transitions")
    public Uni<Void> onTransitions(ConsumerRecords<String, byte[]> records) {
        return take(records);
    }

    /** Plans, from the first still kept. */
    @Incoming("plans")
    public Uni<Void> onPlans(ConsumerRecords<String, byte[]> records) {
        return take(records);
    }

    private Uni<Void> take(ConsumerRecords<String, byte[]> records) {
        List<Notice> notices = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            notices.add(Notice.of(record));
        }
        return Uni.createFrom()
                .deferred(() -> ledger.add(notices))
                .onFailure()
                .invoke(failure -> LOG.errorf(failure, "ledger: %d messages not stored yet", notices.size()))
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely()
                .invoke(entries -> {
                    entries.forEach(entry -> CrashPoint.AFTER_COMMIT.passed(entry.type()));
                    if (!entries.isEmpty()) {
                        // what follows from it is made from the ledger, and runs beside the next batch
                        added.fireAsync(new Added(entries));
                    }
                })
                .replaceWithVoid();
    }
}
