package io.lifeboat.coordinator.execution.timer;

import io.lifeboat.chassis.instance.Instance;
import io.lifeboat.chassis.lease.Leases;
import io.lifeboat.chassis.sequence.InTurn;
import io.lifeboat.chassis.transaction.Transactions;
import io.lifeboat.coordinator.execution.ExecutionPolicy;
import io.lifeboat.coordinator.execution.Executions;
import io.lifeboat.coordinator.execution.Timers;
import io.lifeboat.coordinator.execution.store.ExecutionRepository;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Looks every second for executions in which something is due. */
@ApplicationScoped
public class ExecutionTimers {

    private static final Logger LOG = Logger.getLogger(ExecutionTimers.class);
    private static final String LEASE = "execution-timers";

    /** A few sweeps long: a coordinator that dies leaves the timers to another after this. */
    private static final Duration LEASE_TIME = Duration.ofSeconds(5);

    private static final int AT_ONCE = 200;

    private final Leases leases;
    private final Instance instance;
    private final Transactions transactions;
    private final ExecutionRepository repository;
    private final Executions executions;
    private final Timers timers;

    ExecutionTimers(
            Leases leases,
            Instance instance,
            Transactions transactions,
            ExecutionRepository repository,
            Executions executions,
            ExecutionPolicy policy) {
        this.leases = leases;
        this.instance = instance;
        this.transactions = transactions;
        this.repository = repository;
        this.executions = executions;
        this.timers = new Timers(policy);
    }

    @Scheduled(every = "${lifeboat.execution.sweep-every:1s}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return leases.acquire(LEASE, instance.name(), LEASE_TIME)
                .chain(mine -> mine ? takeWhatIsDue() : Uni.createFrom().voidItem())
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.warnf("timers: %s; looking again at the next sweep", failure.getMessage());
                    return Uni.createFrom().voidItem();
                });
    }

    private Uni<Void> takeWhatIsDue() {
        return transactions.run(() -> repository.due(AT_ONCE)).chain(due -> InTurn.each(due, this::take));
    }

    /** One that fails must not keep the others waiting. */
    private Uni<Void> take(String executionId) {
        return transactions
                .run(() -> executions.take(executionId, timers::on))
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.errorf(failure, "timers: execution %s", executionId);
                    return Uni.createFrom().voidItem();
                });
    }
}
