package io.lifeboat.simulator.database;

import io.lifeboat.chassis.lease.Leases;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;

/** The table {@code lease}. */
public final class MemoryLeases extends Leases {

    private final Database database;
    private final Table<String, Lease> leases;

    private record Lease(String holder, Instant until) {}

    public MemoryLeases(Database database) {
        super(null);
        this.database = database;
        this.leases = database.table("lease");
    }

    @Override
    public Uni<Boolean> acquire(String name, String holder, Duration ttl) {
        return Uni.createFrom()
                .item(() -> database.transact(() -> {
                    Instant now = database.now();
                    boolean free = leases.get(name)
                            .map(lease -> !lease.until().isAfter(now)
                                    || lease.holder().equals(holder))
                            .orElse(true);
                    if (free) {
                        leases.put(name, new Lease(holder, now.plus(ttl)));
                    }
                    return free;
                }));
    }
}
