package io.lifeboat.coordinator.execution.verb;

import io.lifeboat.chassis.transaction.Transactions;
import io.lifeboat.coordinator.execution.Execution;
import io.lifeboat.coordinator.execution.ExecutionPolicy;
import io.lifeboat.coordinator.execution.Executions;
import io.lifeboat.coordinator.execution.NextSteps;
import io.lifeboat.coordinator.execution.Turn;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Says verbs to executions. */
@ApplicationScoped
public class Verbs {

    private static final Logger OPERATIONS = Logger.getLogger("io.lifeboat.operations");

    private final Transactions transactions;
    private final Executions executions;
    private final NextSteps next;

    Verbs(Transactions transactions, Executions executions, ExecutionPolicy policy) {
        this.transactions = transactions;
        this.executions = executions;
        this.next = new NextSteps(policy);
    }

    /**
     * Says a verb, in a transaction of its own.
     *
     * @return the execution afterwards; empty when there is none; fails with {@link IllegalVerbException} when the verb is
     *     not legal as it stands, and with {@link NoSuchStepException}
     */
    public Uni<Optional<Execution>> say(String executionId, Verb verb) {
        return transactions
                .run(() -> executions.take(executionId, (execution, now) -> turn(verb, execution, now)))
                .invoke(after -> after.ifPresent(execution -> OPERATIONS.infof(
                        "execution %s: %s, says %s: %s",
                        executionId, verb.name(), verb.act().who(), verb.act().why())));
    }

    private Turn turn(Verb verb, Execution execution, Instant now) {
        if (verb instanceof Verb.OfStep about && !execution.hasStep(about.step())) {
            throw new NoSuchStepException(about.step(), execution);
        }
        if (!verb.legalIn(execution)) {
            throw new IllegalVerbException(verb, execution);
        }
        return verb.on(execution, next, now);
    }
}
