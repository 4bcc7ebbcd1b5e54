package io.lifeboat.coordinator.obligation.timer;

import io.lifeboat.chassis.instance.Instance;
import io.lifeboat.chassis.lease.Leases;
import io.lifeboat.chassis.sequence.InTurn;
import io.lifeboat.chassis.transaction.Transactions;
import io.lifeboat.coordinator.obligation.ObligationKeeping;
import io.lifeboat.coordinator.obligation.store.ObligationRepository;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Looks every second for obligations for which something is due. */
@ApplicationScoped
public class ObligationTimers {

    private static final Logger LOG = Logger.getLogger(ObligationTimers.class);
    private static final String LEASE = "obligation-timers";

    /** A few sweeps long: a coordinator that dies leaves the timers to another after this. */
    private static final Duration LEASE_TIME = Duration.ofSeconds(5);

    private final Leases leases;
    private final Instance instance;
    private final Transactions transactions;
    private final ObligationRepository repository;
    private final ObligationKeeping keeping;

    ObligationTimers(
            Leases leases,
            Instance instance,
            Transactions transactions,
            ObligationRepository repository,
            ObligationKeeping keeping) {
        this.leases = leases;
        this.instance = instance;
        this.transactions = transactions;
        this.repository = repository;
        this.keeping = keeping;
    }

    @Scheduled(every = "${lifeboat.obligation.sweep-every:1s}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return leases.acquire(LEASE, instance.name(), LEASE_TIME)
                .chain(mine -> mine ? takeWhatIsDue() : Uni.createFrom().voidItem())
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.warnf("obligations: %s; looking again at the next sweep", failure.getMessage());
                    return Uni.createFrom().voidItem();
                });
    }

    private Uni<Void> takeWhatIsDue() {
        return transactions.run(repository::due).chain(due -> InTurn.each(due, this::take));
    }

    /** One that fails must not keep the others waiting. */
    private Uni<Void> take(String id) {
        return transactions.run(() -> keeping.onTime(id)).onFailure().recoverWithUni(failure -> {
            LOG.errorf(failure, "obligations: %s", id);
            return Uni.createFrom().voidItem();
        });
    }
}
