package io.lifeboat.coordinator.obligation;

import io.lifeboat.chassis.memory.Memory;
import io.lifeboat.chassis.memory.Recollection;
import io.lifeboat.chassis.outbox.Outbox;
import io.lifeboat.chassis.sequence.InTurn;
import io.lifeboat.chassis.transaction.Transactions;
import io.lifeboat.contract.command.Command;
import io.lifeboat.coordinator.command.ExecutionRef;
import io.lifeboat.coordinator.obligation.store.ObligationRepository;
import io.lifeboat.coordinator.obligation.store.StoredObligation;
import io.lifeboat.coordinator.page.Pages;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes the turns of obligations last: what one has become, the messages that follow and the pages are kept in one
 * transaction, the caller's.
 */
@ApplicationScoped
public class ObligationKeeping {

    private final ObligationRepository repository;
    private final Transactions transactions;
    private final Memory memory;
    private final Outbox outbox;
    private final Pages pages;
    private final Course course;
    private final ObligationPolicy policy;

    ObligationKeeping(
            ObligationRepository repository,
            Transactions transactions,
            Memory memory,
            Outbox outbox,
            Pages pages,
            ObligationPolicy policy) {
        this.repository = repository;
        this.transactions = transactions;
        this.memory = memory;
        this.outbox = outbox;
        this.pages = pages;
        this.course = new Course(policy);
        this.policy = policy;
    }

    /**
     * What an input is given.
     *
     * @param obligation as it is
     * @param epoch the newest of the application's slot
     * @param now the database's time
     */
    public record Given(Obligation obligation, long epoch, Instant now) {}

    /** An execution that moves the application opens. */
    public Uni<Void> opened(ExecutionRef execution) {
        return eachOpen(execution, given -> course.onOpened(given.obligation(), execution));
    }

    /**
     * An execution that moves the application ended.
     *
     * @param moved whether it came to its end; false when it ended before that
     * @param owed what is owed for it; its messages are sent by the execution's own turn
     */
    public Uni<Void> ended(ExecutionRef execution, boolean moved, List<Obligation> owed) {
        return eachOpen(execution, given -> course.onEnded(given.obligation(), execution, moved, given.now()))
                .chain(transactions::now)
                .chain(now -> InTurn.each(
                        owed,
                        obligation ->
                                add(obligation, now, now.plus(obligation.kind().within()))))
                .chain(() -> InTurn.each(owed, obligation -> take(
                                obligation.id(), given -> course.onTime(given.obligation(), given.epoch(), given.now()))
                        .replaceWithVoid()));
    }

    /** Takes an obligation through one turn; empty when there is no such obligation. */
    public Uni<Optional<Obligation>> take(String id, Function<Given, ObligationTurn> input) {
        return repository.lock(id).chain(found -> found.map(
                        obligation -> turn(obligation, input).map(Optional::of))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    /** Says a verb to an obligation; fails with {@link IllegalObligationVerbException}. */
    public Uni<Optional<Obligation>> say(String id, ObligationVerb verb) {
        return take(id, given -> verb.on(given.obligation(), given.now()))
                .call(after -> verb instanceof ObligationVerb.Answer && after.isPresent()
                        ? heard(id)
                        : Uni.createFrom().voidItem());
    }

    /** What time changes: attempts, and pages that are due. */
    public Uni<Void> onTime(String id) {
        return take(id, given -> course.onTime(given.obligation(), given.epoch(), given.now()))
                .chain(transactions::now)
                .chain(now -> repository.pageDue(id, now))
                .chain(found ->
                        found.map(this::page).orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> eachOpen(ExecutionRef execution, Function<Given, ObligationTurn> input) {
        return repository
                .openOf(execution.application())
                .chain(ids -> InTurn.each(ids, id -> take(id, input).replaceWithVoid()));
    }

    private Uni<Obligation> turn(Obligation before, Function<Given, ObligationTurn> input) {
        return memory.recall().chain(recollection -> repository
                .epoch(before.ref().application())
                .map(epoch -> turn(before, input, epoch, recollection))
                .chain(turn -> keep(before, turn, recollection.now())));
    }

    private ObligationTurn turn(
            Obligation before, Function<Given, ObligationTurn> input, long epoch, Recollection recollection) {
        ObligationTurn restored = course.onRestored(before, recollection.number());
        return restored.then(input.apply(new Given(restored.obligation(), epoch, recollection.now())));
    }

    private Uni<Obligation> keep(Obligation before, ObligationTurn turn, Instant now) {
        Obligation after = turn.obligation();
        if (after.equals(before) && turn.messages().isEmpty()) {
            return Uni.createFrom().item(after);
        }
        return repository
                .keep(after, course.next(after).orElse(null), now)
                .chain(() -> turn.alarm()
                        ? repository.pageAt(after.id(), now)
                        : Uni.createFrom().voidItem())
                .chain(() -> after.state() instanceof ObligationState.Closed
                        ? pages.answered(notification(after.id()))
                        : Uni.createFrom().voidItem())
                .chain(() -> InTurn.each(turn.more(), another -> add(another, now, now)))
                .chain(() -> InTurn.each(
                        turn.messages(), message -> send(message, after.ref().application())))
                .replaceWith(after);
    }

    private Uni<Void> add(Obligation obligation, Instant now, Instant pageAt) {
        return memory.recall()
                .chain(recollection -> repository.add(
                        obligation.remembered(recollection.number()),
                        course.next(obligation).orElse(null),
                        now,
                        now.plus(obligation.kind().within()),
                        pageAt));
    }

    private Uni<Void> send(Record message, String application) {
        return message instanceof Command command
                ? outbox.add(command.commandId(), message, application)
                : outbox.add(message, application);
    }

    private Uni<Void> heard(String id) {
        return pages.answered(notification(id))
                .chain(transactions::now)
                .chain(now -> repository.pageAt(id, now.plus(policy.remindEvery())));
    }

    private Uni<Void> page(StoredObligation stored) {
        Obligation obligation = stored.obligation();
        ExecutionRef ref = obligation.ref();
        return pages.ask(notification(obligation.id()), ref.application(), ref.incidentId(), PageText.of(stored))
                .chain(() -> repository.pageAt(obligation.id(), null));
    }

    private static String notification(String id) {
        return Pages.OBLIGATION + id;
    }
}
