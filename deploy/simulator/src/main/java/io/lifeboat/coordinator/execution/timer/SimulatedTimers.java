package io.lifeboat.coordinator.execution.timer;

import io.lifeboat.chassis.instance.Instance;
import io.lifeboat.chassis.lease.Leases;
import io.lifeboat.chassis.transaction.Transactions;
import io.lifeboat.coordinator.execution.ExecutionPolicy;
import io.lifeboat.coordinator.execution.SimulatedEngine;
import io.smallrye.mutiny.Uni;

/** Opens the timers, which the scheduler calls otherwise. */
public final class SimulatedTimers {

    private final ExecutionTimers timers;

    public SimulatedTimers(
            Leases leases,
            Instance instance,
            Transactions transactions,
            SimulatedEngine engine,
            ExecutionPolicy policy) {
        this.timers =
                new ExecutionTimers(leases, instance, transactions, engine.repository(), engine.executions(), policy);
    }

    public Uni<Void> sweep() {
        return timers.sweep();
    }
}
