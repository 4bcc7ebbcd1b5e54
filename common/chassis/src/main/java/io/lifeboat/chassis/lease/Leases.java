package io.lifeboat.chassis.lease;

import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * Leases by PostgreSQL's clock: no two machines' clocks are compared. Each call is a transaction of its own and fails when
 * the database is away; a holder that cannot renew must stop before the time to live is over, counted from when it
 * <em>sent</em> its last successful call.
 */
@ApplicationScoped
@IfBuildProperty(name = "quarkus.datasource.db-kind", stringValue = "postgresql")
public class Leases {

    private final Pool pool;

    @Inject
    public Leases(Pool pool) {
        this.pool = pool;
    }

    /** Takes a lease that is free, has run out or is the holder's own; says whether the holder has it now. */
    public Uni<Boolean> acquire(String name, String holder, Duration ttl) {
        return changed("""
                INSERT INTO lease (name, holder, until) VALUES ($1, $2, now() + $3::bigint * interval '1 millisecond')
                ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until
                WHERE lease.until <= now() OR lease.holder = excluded.holder""", Tuple.of(name, holder, ttl.toMillis()));
    }

    /** Prolongs a lease that has not run out; says whether the holder still has it. */
    public Uni<Boolean> renew(String name, String holder, Duration ttl) {
        return changed("""
                UPDATE lease SET until = now() + $3::bigint * interval '1 millisecond'
                WHERE name = $1 AND holder = $2 AND until > now()""", Tuple.of(name, holder, ttl.toMillis()));
    }

    /** Gives a lease back; says whether the holder had it. */
    public Uni<Boolean> release(String name, String holder) {
        return changed("DELETE FROM lease WHERE name = $1 AND holder = $2", Tuple.of(name, holder));
    }

    private Uni<Boolean> changed(String sql, Tuple parameters) {
        return pool.preparedQuery(sql).execute(parameters).map(rows -> rows.rowCount() == 1);
    }
}
