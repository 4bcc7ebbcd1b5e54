package io.lifeboat.simulator.database;

import io.lifeboat.chassis.memory.Memory;
import io.lifeboat.chassis.memory.Recollection;
import io.lifeboat.chassis.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** A database that never goes back. */
public final class WholeMemory extends Memory {

    private final Transactions transactions;

    public WholeMemory(Transactions transactions) {
        super(null, transactions, false);
        this.transactions = transactions;
    }

    @Override
    public Uni<Recollection> recall() {
        return transactions.now().map(now -> new Recollection(now, Recollection.FIRST, Instant.EPOCH));
    }
}
