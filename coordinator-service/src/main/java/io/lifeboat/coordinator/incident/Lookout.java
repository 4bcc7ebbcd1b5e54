package io.lifeboat.coordinator.incident;

import io.lifeboat.chassis.sequence.InTurn;
import io.lifeboat.chassis.transaction.Transactions;
import io.lifeboat.coordinator.execution.ExecutionEnded;
import io.lifeboat.coordinator.signal.EvidenceChanged;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Has open incidents evaluated: at once when something changed, and each second whatever happens (some seconds once an
 * execution runs), by PostgreSQL's clock, so that time passing is noticed after a restart and when another coordinator is
 * gone.
 */
@ApplicationScoped
public class Lookout {

    private static final Logger LOG = Logger.getLogger(Lookout.class);
    private static final Duration EVERY = Duration.ofSeconds(1);

    /** What an execution waits for is news, which has it evaluated at once; time passing alone changes little. */
    private static final Duration WHILE_RECOVERING = Duration.ofSeconds(4);

    /** As many as can be evaluated within a second; where more are open, each has its turn every few seconds. */
    private static final int AT_ONCE = 100;

    /** While so much is news that it fills a second by itself, time passing has to wait. */
    private static final int FEWEST = 10;

    private final Evaluation evaluation;
    private final IncidentRepository incidents;
    private final Transactions transactions;
    private final GateMeters meters;

    /** Applications under evaluation because something changed; true when something more did meanwhile. */
    private final ConcurrentHashMap<String, Boolean> changed = new ConcurrentHashMap<>();

    Lookout(Evaluation evaluation, IncidentRepository incidents, Transactions transactions, GateMeters meters) {
        this.evaluation = evaluation;
        this.incidents = incidents;
        this.transactions = transactions;
        this.meters = meters;
    }

    /** A vantage said something new. */
    void on(@Observes EvidenceChanged event) {
        soon(event.application());
    }

    /** An execution ended, and with it the incident may. */
    void on(@Observes ExecutionEnded event) {
        soon(event.application());
    }

    /** Has an application's open incident evaluated soon; many calls at once become one or two evaluations. */
    public void soon(String application) {
        if (changed.putIfAbsent(application, false) == null) {
            evaluate(application);
        } else {
            changed.replace(application, true);
        }
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> eachSecond() {
        return transactions
                .run(() -> incidents
                        .awaitingApproval()
                        .invoke(meters::pending)
                        // A tenth less, or every other tick would come just too early.
                        .chain(() ->
                                incidents.waitingFor(EVERY.multipliedBy(9).dividedBy(10), WHILE_RECOVERING, most())))
                .chain(applications -> InTurn.each(Set.copyOf(applications), evaluation::of));
    }

    /** News goes first: five hundred applications that lose their region at once are all news. */
    private int most() {
        return Math.max(FEWEST, AT_ONCE - changed.size());
    }

    private void evaluate(String application) {
        evaluation.of(application).subscribe().with(done -> again(application), failure -> {
            LOG.errorf(failure, "incident of %s: not evaluated; the next second tries again", application);
            again(application);
        });
    }

    private void again(String application) {
        if (!changed.remove(application, false)) {
            changed.put(application, false);
            evaluate(application);
        }
    }
}
