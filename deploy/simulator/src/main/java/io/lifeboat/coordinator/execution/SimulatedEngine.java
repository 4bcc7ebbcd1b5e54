package io.lifeboat.coordinator.execution;

import io.lifeboat.chassis.outbox.Outbox;
import io.lifeboat.chassis.transaction.Transactions;
import io.lifeboat.coordinator.capacity.CapacitySamples;
import io.lifeboat.coordinator.execution.meter.SimulatedMeters;
import io.lifeboat.coordinator.execution.store.SimulatedExecutions;
import io.lifeboat.coordinator.execution.store.SimulatedSlots;
import io.lifeboat.coordinator.obligation.ObligationKeeping;
import io.lifeboat.coordinator.page.Pages;
import io.lifeboat.simulator.database.Database;
import io.lifeboat.simulator.database.WholeMemory;

/**
 * The engine of one coordinator, its own classes put together.
 *
 * @param repository the executions
 * @param executions takes turns
 * @param opener opens
 * @param catalog answers
 * @param holds pauses what was cleared
 * @param givingWay ends what a disaster needs the slot of
 */
public record SimulatedEngine(
        SimulatedExecutions repository,
        Executions executions,
        ExecutionOpener opener,
        ExecutionCatalog catalog,
        ExecutionHolds holds,
        GivingWay givingWay) {

    /** Over that database. */
    public static SimulatedEngine of(
            Database database,
            Transactions transactions,
            Outbox outbox,
            Pages pages,
            ObligationKeeping obligations,
            CapacitySamples capacities,
            ExecutionPolicy policy) {
        SimulatedExecutions repository = new SimulatedExecutions(database);
        Executions executions = new Executions(
                repository, new WholeMemory(transactions), outbox, pages, obligations, new SimulatedMeters(), policy);
        return new SimulatedEngine(
                repository,
                executions,
                new ExecutionOpener(executions, repository, new SimulatedSlots(database), capacities, transactions),
                new ExecutionCatalog(repository),
                new ExecutionHolds(executions, repository),
                new GivingWay(executions, policy));
    }
}
