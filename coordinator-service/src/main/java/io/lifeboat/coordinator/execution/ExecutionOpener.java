package io.lifeboat.coordinator.execution;

import io.lifeboat.chassis.transaction.Transactions;
import io.lifeboat.contract.incident.ExecutionOpened;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.coordinator.capacity.CapacitySamples;
import io.lifeboat.coordinator.command.ExecutionRef;
import io.lifeboat.coordinator.command.PinnedProcedure;
import io.lifeboat.coordinator.command.Pinning;
import io.lifeboat.coordinator.execution.store.ExecutionRepository;
import io.lifeboat.coordinator.execution.store.Slots;
import io.lifeboat.coordinator.execution.store.StoredExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Opens executions; the one door between the gate and the engine. */
@ApplicationScoped
public class ExecutionOpener {

    private final Executions executions;
    private final ExecutionRepository repository;
    private final Slots slots;
    private final CapacitySamples capacities;
    private final Transactions transactions;

    ExecutionOpener(
            Executions executions,
            ExecutionRepository repository,
            Slots slots,
            CapacitySamples capacities,
            Transactions transactions) {
        this.executions = executions;
        this.repository = repository;
        this.slots = slots;
        this.capacities = capacities;
        this.transactions = transactions;
    }

    /**
     * Opens an execution inside the caller's transaction: takes the application's slot under a new epoch, and sends
     * {@code ExecutionOpened} and the first commands when that transaction commits.
     *
     * @return the execution's id; fails with {@link SlotTakenException} when the application has an open one already, and
     *     with {@link io.lifeboat.coordinator.command.UnpinnablePlanException} when the plan leaves something open
     */
    public Uni<String> open(OpenExecution request) {
        return Uni.createFrom().deferred(() -> {
            PinnedProcedure procedure = pin(request);
            // The slot first: two coordinators that decide at once meet at its row, and the later one sees the other's.
            return slots.nextEpoch(request.application(), request.mode())
                    .chain(epoch -> refuseSecond(request).replaceWith(epoch))
                    .chain(epoch -> capacities
                            .of(request.application(), request.from())
                            .map(baselines -> baselines.pin(procedure))
                            .chain(pinned -> promotedBefore(request).chain(promoted -> transactions
                                    .now()
                                    .chain(now -> open(request, pinned, promoted, epoch, now)))));
        });
    }

    private static PinnedProcedure pin(OpenExecution request) {
        Plan plan = request.plan().plan();
        if (plan == null) {
            throw new IllegalArgumentException(
                    "plan: revision " + request.plan().revision() + " was withdrawn");
        }
        return new Pinning(plan, request.from(), request.to()).pin(request.procedure(), request.form());
    }

    private Uni<Void> refuseSecond(OpenExecution request) {
        return repository
                .open(request.application())
                .invoke(open -> open.ifPresent(other -> {
                    throw new SlotTakenException(
                            request.application(), other.execution().ref().executionId());
                }))
                .replaceWithVoid();
    }

    /** What a move the same way, which this one finishes, has promoted; it owes what follows from that. */
    private Uni<Map<String, String>> promotedBefore(OpenExecution request) {
        return repository.newest(request.application()).map(newest -> UnfinishedMove.of(
                        newest.stream().map(StoredExecution::execution).toList())
                .filter(move -> move.from().equals(request.from()) && move.to().equals(request.to()))
                .map(UnfinishedMove::promoted)
                .orElse(Map.of()));
    }

    private Uni<String> open(
            OpenExecution request, PinnedProcedure procedure, Map<String, String> promoted, long epoch, Instant now) {
        ExecutionRef ref = new ExecutionRef(
                UUID.randomUUID().toString(),
                request.incidentId(),
                request.application(),
                request.procedure(),
                request.mode(),
                request.from(),
                request.to(),
                epoch,
                request.plan().revision(),
                request.plan().hash());
        Execution execution = Execution.opened(ref, procedure).finishing(promoted);
        return executions
                .add(
                        Turn.of(execution).say(opened(execution, request)),
                        request.decidedBy().isEmpty(),
                        now)
                .replaceWith(ref.executionId());
    }

    private static ExecutionOpened opened(Execution execution, OpenExecution request) {
        ExecutionRef ref = execution.ref();
        return new ExecutionOpened(
                ref.incidentId(),
                ref.application(),
                ref.executionId(),
                ref.epoch(),
                ref.mode(),
                ref.procedure(),
                ref.from(),
                ref.to(),
                ref.planRevision(),
                ref.planHash(),
                List.copyOf(execution.steps().keySet()),
                request.decidedBy());
    }
}
