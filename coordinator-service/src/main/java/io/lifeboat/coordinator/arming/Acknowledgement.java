package io.lifeboat.coordinator.arming;

import io.lifeboat.chassis.outbox.Outbox;
import io.lifeboat.chassis.problem.ProblemException;
import io.lifeboat.chassis.transaction.Transactions;
import io.lifeboat.contract.Act;
import io.lifeboat.contract.incident.ExecutionAcknowledged;
import io.lifeboat.coordinator.command.ExecutionRef;
import io.lifeboat.coordinator.execution.store.ExecutionRepository;
import io.lifeboat.coordinator.execution.store.StoredExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** A person has looked at an execution that ended; until then the machine does not act by itself for that application again. */
@ApplicationScoped
class Acknowledgement {

    private final Transactions transactions;
    private final ExecutionRepository executions;
    private final Outbox outbox;

    Acknowledgement(Transactions transactions, ExecutionRepository executions, Outbox outbox) {
        this.transactions = transactions;
        this.executions = executions;
        this.outbox = outbox;
    }

    /** Keeps the word; the first one stays, and saying it again changes nothing. */
    Uni<Void> of(String executionId, Act act) {
        return transactions.run(() -> executions.find(executionId).chain(found -> {
            StoredExecution stored = found.orElseThrow(() -> new ProblemException(
                    404,
                    "No such execution",
                    "there is no execution " + executionId,
                    "id",
                    "take an executionId from GET /incidents/{id}"));
            ExecutionRef ref = stored.execution().ref();
            if (stored.endedAt() == null) {
                throw new ProblemException(
                        409,
                        "The execution has not ended",
                        "execution " + executionId + " is "
                                + stored.execution().state().name(),
                        null,
                        "acknowledge it once it has ended; GET /executions/" + executionId + " says what is left");
            }
            return executions
                    .acknowledge(executionId, act)
                    .chain(first -> first
                            ? outbox.add(
                                    new ExecutionAcknowledged(ref.incidentId(), ref.application(), executionId, act),
                                    ref.application())
                            : Uni.createFrom().voidItem());
        }));
    }
}
