package io.lifeboat.coordinator.execution;

import io.lifeboat.chassis.memory.Memory;
import io.lifeboat.chassis.memory.Recollection;
import io.lifeboat.chassis.outbox.Outbox;
import io.lifeboat.chassis.sequence.InTurn;
import io.lifeboat.contract.command.Command;
import io.lifeboat.contract.command.RunStep;
import io.lifeboat.contract.incident.Mode;
import io.lifeboat.coordinator.execution.meter.ExecutionMeters;
import io.lifeboat.coordinator.execution.store.ExecutionRepository;
import io.lifeboat.coordinator.obligation.ObligationKeeping;
import io.lifeboat.coordinator.page.Pages;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * Makes turns last: what an execution has become, the messages that follow and the questions to people are kept in one
 * transaction, the caller's.
 */
@ApplicationScoped
public class Executions {

    private final ExecutionRepository repository;
    private final Memory memory;
    private final Outbox outbox;
    private final Pages pages;
    private final ObligationKeeping obligations;
    private final ExecutionMeters meters;
    private final NextSteps next;
    private final Timers timers;

    Executions(
            ExecutionRepository repository,
            Memory memory,
            Outbox outbox,
            Pages pages,
            ObligationKeeping obligations,
            ExecutionMeters meters,
            ExecutionPolicy policy) {
        this.repository = repository;
        this.memory = memory;
        this.outbox = outbox;
        this.pages = pages;
        this.obligations = obligations;
        this.meters = meters;
        this.next = new NextSteps(policy);
        this.timers = new Timers(policy);
    }

    /**
     * Takes an execution through one turn; through another one before it, when the database was restored since its last.
     *
     * @param executionId the execution
     * @param input makes the turn of the execution as it is, at the database's time
     * @return what it has become; empty when there is no such execution
     */
    public Uni<Optional<Execution>> take(String executionId, BiFunction<Execution, Instant, Turn> input) {
        return repository.lock(executionId).chain(found -> found.map(execution -> memory.recall()
                        .chain(recollection -> take(execution, input, recollection))
                        .map(Optional::of))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Execution> take(
            Execution execution, BiFunction<Execution, Instant, Turn> input, Recollection recollection) {
        Instant now = recollection.now();
        Turn restored = Restored.on(execution, recollection.number(), now);
        Turn turn = restored.then(input.apply(restored.execution(), now));
        return keep(execution, next.after(turn, now), now);
    }

    /** Keeps a new execution, with what follows from its being opened. */
    Uni<Void> add(Turn opened, boolean byMachine, Instant now) {
        return memory.recall()
                .map(recollection -> opened.to(opened.execution().recalling(new Recalled(recollection.number(), 0))))
                .chain(remembered -> addNew(remembered, byMachine, now));
    }

    private Uni<Void> addNew(Turn opened, boolean byMachine, Instant now) {
        Turn turn = next.after(opened, now);
        Execution execution = turn.execution();
        return repository
                .add(execution, byMachine, timers.next(execution).orElse(null), now)
                .chain(() -> moves(execution)
                        ? obligations.opened(execution.ref())
                        : Uni.createFrom().voidItem())
                .chain(() -> send(turn));
    }

    private Uni<Execution> keep(Execution before, Turn turn, Instant now) {
        Execution after = turn.execution();
        if (after.equals(before) && turn.messages().isEmpty()) {
            return Uni.createFrom().item(after);
        }
        return repository
                .keep(after, timers.next(after).orElse(null), now)
                .chain(() -> send(turn))
                .chain(() -> ask(before, after))
                .chain(() -> leave(before, after))
                .replaceWith(after);
    }

    /** What is owed is kept by the transaction that ends the execution. */
    private Uni<Void> leave(Execution before, Execution after) {
        boolean ends = before.state() instanceof ExecutionState.Open && after.state() instanceof ExecutionState.Closed;
        return ends && moves(after)
                ? obligations.ended(after.ref(), Obligations.hasMoved(after), Obligations.of(after))
                : Uni.createFrom().voidItem();
    }

    private static boolean moves(Execution execution) {
        return execution.ref().mode() == Mode.LIVE || execution.ref().mode() == Mode.REHEARSAL;
    }

    private Uni<Void> send(Turn turn) {
        String application = turn.execution().ref().application();
        turn.messages().stream()
                .filter(RunStep.class::isInstance)
                .map(RunStep.class::cast)
                .forEach(meters::commanded);
        return InTurn.each(
                turn.messages(),
                message -> message instanceof Command command
                        ? outbox.add(command.commandId(), message, application)
                        : outbox.add(message, application));
    }

    /** Asks what is new, and takes back what no longer waits. */
    private Uni<Void> ask(Execution before, Execution after) {
        List<Question> earlier = Question.of(before);
        List<Question> now = Question.of(after);
        Set<String> open = now.stream().map(Question::id).collect(Collectors.toSet());
        String application = after.ref().application();
        String incident = after.ref().incidentId();
        return InTurn.each(
                        earlier,
                        question -> open.contains(question.id())
                                ? Uni.createFrom().voidItem()
                                : pages.answered(question.id()))
                .chain(() -> InTurn.each(
                        now,
                        question -> earlier.contains(question)
                                ? Uni.createFrom().voidItem()
                                : pages.ask(question.id(), application, incident, question.text())));
    }
}
