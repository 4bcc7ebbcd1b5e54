package io.lifeboat.coordinator.obligation.timer;

import io.lifeboat.chassis.instance.Instance;
import io.lifeboat.chassis.lease.Leases;
import io.lifeboat.chassis.transaction.Transactions;
import io.lifeboat.coordinator.obligation.ObligationKeeping;
import io.lifeboat.coordinator.obligation.store.ObligationRepository;
import io.smallrye.mutiny.Uni;

/** Opens the timers of obligations, which the scheduler calls otherwise. */
public final class SimulatedObligationTimers {

    private final ObligationTimers timers;

    public SimulatedObligationTimers(
            Leases leases,
            Instance instance,
            Transactions transactions,
            ObligationRepository repository,
            ObligationKeeping keeping) {
        this.timers = new ObligationTimers(leases, instance, transactions, repository, keeping);
    }

    public Uni<Void> sweep() {
        return timers.sweep();
    }
}
