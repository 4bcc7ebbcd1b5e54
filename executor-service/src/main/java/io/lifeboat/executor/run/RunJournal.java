package io.lifeboat.executor.run;

import io.lifeboat.chassis.instance.Instance;
import io.lifeboat.chassis.memory.Memory;
import io.lifeboat.chassis.memory.Recollection;
import io.lifeboat.chassis.outbox.Outbox;
import io.lifeboat.chassis.transaction.Transactions;
import io.lifeboat.contract.step.StepEvent;
import io.lifeboat.executor.call.Ticker;
import io.lifeboat.executor.epoch.Epochs;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What runs write down. Each method is one transaction: state, lease and the events they cause commit together, and only
 * while this instance holds the run's lease. The methods block.
 */
@ApplicationScoped
class RunJournal {

    private final Transactions transactions;
    private final Memory memory;
    private final StepRuns runs;
    private final Epochs epochs;
    private final Outbox outbox;
    private final String holder;
    private final Duration lease;
    private final Ticker ticker;
    private final LeaseClock leases;

    @Inject
    RunJournal(
            Transactions transactions,
            Memory memory,
            StepRuns runs,
            Epochs epochs,
            Outbox outbox,
            Instance instance,
            ExecutorSettings settings) {
        this(transactions, memory, runs, epochs, outbox, instance, settings, Ticker.SYSTEM);
    }

    /** By that clock. */
    RunJournal(
            Transactions transactions,
            Memory memory,
            StepRuns runs,
            Epochs epochs,
            Outbox outbox,
            Instance instance,
            ExecutorSettings settings,
            Ticker ticker) {
        this.transactions = transactions;
        this.memory = memory;
        this.runs = runs;
        this.epochs = epochs;
        this.outbox = outbox;
        // One name for each life of an instance: what its former life held is somebody else's.
        this.holder = instance.name() + "/" + UUID.randomUUID();
        this.lease = settings.lease();
        this.ticker = ticker;
        this.leases = new LeaseClock(lease.compareTo(settings.settle()) > 0 ? lease : settings.settle());
    }

    /**
     * Takes runs that nobody carries on, of those accepted since this memory began: what was accepted before may have ended
     * long ago, and its effect been undone.
     *
     * @param carried what this instance carries: a run of these whose lease was lost must not be leased anew under the
     *     thread that still carries it, for others may have taken it further than that thread remembers
     */
    List<StepRun> claim(int most, Set<String> carried) {
        long before = ticker.nanos();
        return await(() -> memory.recall().chain(remembered -> runs.idle(
                        most, remembered.number(), leases.read(remembered.now(), before, ticker.nanos()))
                .map(idle -> idle.stream()
                        .filter(run -> !carried.contains(run.commandId))
                        .map(run -> {
                            run.lease(holder, remembered.now(), lease);
                            return run.read();
                        })
                        .toList())));
    }

    /** Keeps the runs that this instance carries on. */
    void keep(Collection<String> commandIds) {
        await(() -> transactions.now().chain(now -> runs.prolong(holder, commandIds, now, lease)));
    }

    /** Gives a run back, for others to take at once. */
    void release(String commandId) {
        await(() -> runs.locked(commandId).invoke(run -> {
            if (run != null && holder.equals(run.leaseHolder)) {
                run.leaseHolder = null;
                run.leaseUntil = null;
            }
        }));
    }

    /** How things stand; keeps the lease. */
    Standing standing(String commandId) {
        return write(commandId, null, null, List.of());
    }

    /**
     * It was looked at for the first time.
     *
     * @param at when that look began, by the database's clock
     */
    Standing started(String commandId, Instant at, StepEvent event) {
        return write(commandId, null, at, List.of(event));
    }

    /** Something to say, and no new state. */
    Standing say(String commandId, StepEvent event) {
        return write(commandId, null, null, List.of(event));
    }

    /** A new state, with the events it causes. */
    Standing become(String commandId, RunState next, StepEvent... events) {
        return write(commandId, next, null, List.of(events));
    }

    /**
     * The intent to send a change; committed before it is sent, and only when the epoch still stands: otherwise nothing is
     * written and the standing says so.
     */
    Standing intend(String commandId, RunState.Intended next) {
        return write(commandId, next, null, List.of());
    }

    private Standing write(
            String commandId, @Nullable RunState next, @Nullable Instant startedAt, List<StepEvent> events) {
        long takenNanos = ticker.nanos();
        return await(() -> memory.recall().chain(remembered -> runs.locked(commandId)
                .map(run -> held(run, commandId, remembered))
                .chain(run -> epochs.superseded(run.application, run.slot, run.epoch, run.executionId)
                        .chain(superseded -> {
                            if (!(superseded && next instanceof RunState.Intended)) {
                                change(run, next, startedAt, remembered.now());
                            }
                            return sent(run, events)
                                    .replaceWith(() -> standing(remembered.now(), takenNanos, superseded));
                        }))));
    }

    private Standing standing(Instant now, long takenNanos, boolean superseded) {
        return new Standing(now, takenNanos, now.plus(lease), superseded, ticker);
    }

    /** Hibernate Reactive works on a context of its own; the run's virtual thread waits here. */
    private <T> T await(Supplier<Uni<T>> work) {
        return transactions.run(work).await().indefinitely();
    }

    private StepRunRow held(@Nullable StepRunRow run, String commandId, Recollection remembered) {
        if (run == null || run.outcome != null || !run.leasedBy(holder, remembered.now())) {
            throw new LeaseLostException(commandId);
        }
        if (run.memory < remembered.number()) {
            throw new LeaseLostException(
                    commandId, "the database was restored since it was accepted; a newer attempt carries it on");
        }
        return run;
    }

    private void change(StepRunRow run, @Nullable RunState next, @Nullable Instant startedAt, Instant now) {
        run.lease(holder, now, lease);
        if (startedAt != null) {
            run.startedAt = startedAt;
        }
        if (next != null) {
            run.become(next, now);
        }
    }

    private Uni<Void> sent(StepRunRow run, List<StepEvent> events) {
        Uni<Void> sent = Uni.createFrom().voidItem();
        for (StepEvent event : events) {
            sent = sent.chain(() -> outbox.add((Record) event, run.application));
        }
        return sent;
    }
}
