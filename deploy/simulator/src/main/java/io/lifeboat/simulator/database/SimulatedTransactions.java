package io.lifeboat.simulator.database;

import io.lifeboat.chassis.transaction.Transactions;
import io.lifeboat.simulator.engine.Host;
import io.lifeboat.simulator.engine.World;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Runs work as the chassis does: joined inside a transaction, else in one of its own, and again when the connection was lost.
 * Before it and after it other strands may run and the host may die.
 */
public final class SimulatedTransactions extends Transactions {

    private static final Duration AGAIN = Duration.ofMillis(50);

    private final Database database;
    private final Host host;
    private final Runnable relay;

    /**
     * Of one host.
     *
     * @param relay woken after each commit
     */
    public SimulatedTransactions(Database database, Host host, Runnable relay) {
        super(null, null, null);
        this.database = database;
        this.host = host;
        this.relay = relay;
    }

    @Override
    public <T> Uni<T> run(Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            if (database.inTransaction()) {
                return work.get();
            }
            return Uni.createFrom().item(committed(work));
        });
    }

    @Override
    public Uni<Instant> now() {
        return run(() -> Uni.createFrom().item(database.now()));
    }

    private <T> T committed(Supplier<Uni<T>> work) {
        World world = database.world();
        world.strand().sleep(world.between(0, 4));
        T result = database.transact(() -> work.get().await().indefinitely());
        if (database.losesCommitAnswer()) {
            world.trace().say(host.name(), "loses the answer to a commit in " + database.name());
            world.strand().sleep(AGAIN);
            return committed(work);
        }
        world.strand().sleep(world.between(0, 2));
        relay.run();
        return result;
    }
}
