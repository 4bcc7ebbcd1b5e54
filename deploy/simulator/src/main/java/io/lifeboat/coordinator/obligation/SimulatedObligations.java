package io.lifeboat.coordinator.obligation;

import io.lifeboat.chassis.instance.Instance;
import io.lifeboat.chassis.lease.Leases;
import io.lifeboat.chassis.outbox.Outbox;
import io.lifeboat.chassis.transaction.Transactions;
import io.lifeboat.coordinator.obligation.store.SimulatedObligationRepository;
import io.lifeboat.coordinator.obligation.timer.SimulatedObligationTimers;
import io.lifeboat.coordinator.page.Pages;
import io.lifeboat.simulator.database.Database;
import io.lifeboat.simulator.database.WholeMemory;
import io.lifeboat.testkit.ConfiguredDefaults;

/**
 * What is owed, by one coordinator's own classes put together.
 *
 * @param repository what is kept
 * @param keeping makes turns last
 * @param timers looks for what is due
 * @param policy the patience
 */
public record SimulatedObligations(
        SimulatedObligationRepository repository,
        ObligationKeeping keeping,
        SimulatedObligationTimers timers,
        ObligationPolicy policy) {

    /** Over that database. */
    public static SimulatedObligations of(
            Database database,
            Transactions transactions,
            Outbox outbox,
            Pages pages,
            Leases leases,
            Instance instance) {
        SimulatedObligationRepository repository = new SimulatedObligationRepository(database);
        ObligationPolicy policy = ConfiguredDefaults.of(ObligationPolicy.class);
        ObligationKeeping keeping =
                new ObligationKeeping(repository, transactions, new WholeMemory(transactions), outbox, pages, policy);
        return new SimulatedObligations(
                repository,
                keeping,
                new SimulatedObligationTimers(leases, instance, transactions, repository, keeping),
                policy);
    }
}
