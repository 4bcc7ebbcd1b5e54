package io.lifeboat.coordinator.execution.timer;

import io.lifeboat.chassis.memory.Memory;
import io.lifeboat.chassis.sequence.InTurn;
import io.lifeboat.chassis.transaction.Transactions;
import io.lifeboat.coordinator.execution.Executions;
import io.lifeboat.coordinator.execution.Turn;
import io.lifeboat.coordinator.execution.store.ExecutionRepository;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Tells open executions that the database was restored, so that people are paged though nothing else happens. An execution that is
 * touched before learns it then: no turn is taken on a memory that went back.
 */
@ApplicationScoped
public class RestoredExecutions {

    private static final Logger LOG = Logger.getLogger(RestoredExecutions.class);

    private final Memory memory;
    private final Transactions transactions;
    private final ExecutionRepository repository;
    private final Executions executions;

    RestoredExecutions(
            Memory memory, Transactions transactions, ExecutionRepository repository, Executions executions) {
        this.memory = memory;
        this.transactions = transactions;
        this.repository = repository;
        this.executions = executions;
    }

    @Scheduled(every = "${lifeboat.memory.look-every:1s}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return transactions
                .run(() -> memory.recall().chain(recollection -> repository.openBefore(recollection.number())))
                .chain(ids -> InTurn.each(ids, this::tell));
    }

    /** One that fails must not keep the others running. */
    private Uni<Void> tell(String executionId) {
        return transactions
                .run(() -> executions.take(executionId, (execution, now) -> Turn.of(execution)))
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.errorf(
                            failure, "execution %s was not told of the restore; the next sweep tells it", executionId);
                    return Uni.createFrom().voidItem();
                });
    }
}
