package io.lifeboat.chassis.outbox;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Listens on a connection of its own for commits that put rows into this service's outbox, and wakes the relay. */
@ApplicationScoped
@IfBuildProperty(name = "quarkus.datasource.db-kind", stringValue = "postgresql")
public class WakeUpCall {

    private static final Logger LOG = Logger.getLogger(WakeUpCall.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Pool pool;
    private final Relay relay;
    private final Vertx vertx;
    private volatile boolean ended;

    @Inject
    public WakeUpCall(Pool pool, Relay relay, Vertx vertx) {
        this.pool = pool;
        this.relay = relay;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        vertx.runOnContext(ignored -> listen());
    }

    void end(@Observes ShutdownEvent event) {
        ended = true;
    }

    private void listen() {
        pool.getConnection().chain(this::listenOn).subscribe().with(schema -> relay.wake(), failure -> {
            LOG.debugf("outbox: cannot listen (%s); the sweep does its work", failure.getMessage());
            later();
        });
    }

    private Uni<String> listenOn(SqlConnection connection) {
        return connection
                .query("SELECT current_schema()")
                .execute()
                .map(rows -> rows.iterator().next().getString(0))
                .call(() -> connection.query("LISTEN lifeboat_outbox").execute())
                .invoke(schema -> {
                    PgConnection postgres = PgConnection.cast(connection.getDelegate());
                    postgres.notificationHandler(notification -> {
                        if (schema.equals(notification.getPayload())) {
                            relay.wake();
                        }
                    });
                    postgres.closeHandler(closed -> later());
                })
                .onFailure()
                .call(connection::close);
    }

    private void later() {
        if (!ended) {
            vertx.setTimer(PAUSE.toMillis(), timer -> listen());
        }
    }
}
