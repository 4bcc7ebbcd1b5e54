package io.lifeboat.chassis.inbox;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Forgets messages no topic can deliver again. {@code lifeboat.inbox.retention} (14 days) must be longer than the topics'
 * retention (7 days by Kafka's default).
 */
@ApplicationScoped
@IfBuildProperty(name = "quarkus.datasource.db-kind", stringValue = "postgresql")
public class InboxRetention {

    private static final Logger LOG = Logger.getLogger(InboxRetention.class);
    private static final Duration EVERY = Duration.ofHours(1);

    private final Pool pool;
    private final Vertx vertx;
    private final Duration retention;

    @Inject
    public InboxRetention(
            Pool pool,
            Vertx vertx,
            @ConfigProperty(name = "lifeboat.inbox.retention", defaultValue = "P14D") Duration retention) {
        this.pool = pool;
        this.vertx = vertx;
        this.retention = retention;
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(EVERY.toMillis(), timer -> purge());
    }

    private void purge() {
        pool.preparedQuery("DELETE FROM inbox WHERE received_at < now() - $1::bigint * interval '1 second'")
                .execute(Tuple.of(retention.toSeconds()))
                .subscribe()
                .with(
                        deleted -> LOG.debugf("inbox: %d old rows deleted", deleted.rowCount()),
                        failure -> LOG.warnf("inbox: not purged, next try in %s: %s", EVERY, failure.getMessage()));
    }
}
