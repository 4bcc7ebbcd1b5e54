package io.lifeboat.chassis.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jboss.logging.Logger;

/** How much waits in the outbox and since when, read from the table every 5 s. */
@ApplicationScoped
@IfBuildProperty(name = "quarkus.datasource.db-kind", stringValue = "postgresql")
public class OutboxMetrics {

    private static final Logger LOG = Logger.getLogger(OutboxMetrics.class);
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final String READ = """
            SELECT count(*) FILTER (WHERE refused IS NULL) AS pending,
                   count(*) FILTER (WHERE refused IS NOT NULL) AS refused,
                   extract(epoch FROM min(created_at) FILTER (WHERE refused IS NULL))::float8 AS oldest
            FROM outbox""";

    private record Reading(double pending, double refused, double oldest) {}

    private final Pool pool;
    private final Vertx vertx;
    private volatile Reading latest = new Reading(0, 0, 0);

    @Inject
    public OutboxMetrics(Pool pool, Vertx vertx, MeterRegistry registry) {
        this.pool = pool;
        this.vertx = vertx;
        Gauge.builder("lifeboat_outbox_pending", this, metrics -> metrics.latest.pending())
                .description("Messages committed and not yet acknowledged by Kafka")
                .register(registry);
        Gauge.builder("lifeboat_outbox_refused", this, metrics -> metrics.latest.refused())
                .description("Messages Kafka will never take; kept for a person")
                .register(registry);
        Gauge.builder("lifeboat_outbox_oldest_timestamp_seconds", this, metrics -> metrics.latest.oldest())
                .description("When the oldest waiting message was made; 0 when none waits")
                .register(registry);
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(EVERY.toMillis(), timer -> read());
    }

    private void read() {
        pool.query(READ)
                .execute()
                .map(rows -> rows.iterator().next())
                .subscribe()
                .with(
                        row -> latest = reading(row),
                        failure -> LOG.debugf("outbox: not counted: %s", failure.getMessage()));
    }

    private static Reading reading(Row row) {
        Double oldest = row.getDouble("oldest");
        return new Reading(row.getLong("pending"), row.getLong("refused"), oldest == null ? 0 : oldest);
    }
}
