package io.lifeboat.coordinator.execution.verb;

import io.lifeboat.chassis.transaction.Transactions;
import io.lifeboat.coordinator.execution.Ending;
import io.lifeboat.coordinator.execution.Execution;
import io.lifeboat.coordinator.execution.ExecutionEnded;
import io.lifeboat.coordinator.execution.ExecutionPolicy;
import io.lifeboat.coordinator.execution.ExecutionState;
import io.lifeboat.coordinator.execution.Executions;
import io.lifeboat.coordinator.execution.NextSteps;
import io.lifeboat.coordinator.execution.StepState;
import io.lifeboat.coordinator.execution.Turn;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
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
    private final Event<ExecutionEnded> over;

    Verbs(Transactions transactions, Executions executions, ExecutionPolicy policy, Event<ExecutionEnded> over) {
        this.transactions = transactions;
        this.executions = executions;
        this.next = new NextSteps(policy);
        this.over = over;
    }

    /**
     * Says a verb, in a transaction of its own.
     *
     * @return the execution afterwards; empty when there is none; fails with {@link IllegalVerbException} when the verb is
     *     not legal as it stands, with {@link NoSuchStepException}, and with {@link SamePersonException}
     */
    public Uni<Optional<Execution>> say(String executionId, Verb verb) {
        return transactions
                .run(() -> executions.take(executionId, (execution, now) -> turn(verb, execution, now)))
                .invoke(after -> after.ifPresent(execution -> said(executionId, verb, execution)));
    }

    private void said(String executionId, Verb verb, Execution after) {
        OPERATIONS.infof(
                "execution %s: %s, says %s: %s",
                executionId, verb.name(), verb.act().who(), verb.act().why());
        if (after.state() instanceof ExecutionState.Closed) {
            over.fire(new ExecutionEnded(after.ref().application()));
        }
    }

    private Turn turn(Verb verb, Execution execution, Instant now) {
        if (verb instanceof Verb.OfStep about && !execution.hasStep(about.step())) {
            throw new NoSuchStepException(about.step(), execution);
        }
        if (!verb.legalIn(execution)) {
            throw new IllegalVerbException(verb, execution);
        }
        requireAnotherPerson(verb, execution);
        return verb.on(execution, next, now);
    }

    /** One person's word opens the next execution; that the last one's calls are over takes another's. */
    private static void requireAnotherPerson(Verb verb, Execution execution) {
        if (verb instanceof Verb.OfStep about
                && execution.state() instanceof ExecutionState.Aborting aborting
                && aborting.ending() == Ending.SUPERSEDED
                && execution.step(about.step()) instanceof StepState.InFlight
                && aborting.act().who().equals(verb.act().who())) {
            throw new SamePersonException(verb.act().who(), about.step());
        }
    }
}
