package io.lifeboat.chassis.broker;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Sets the {@link BrokerClock} by sending the broker an empty record now and then. Records received cannot do that alone: a
 * service that starts with a backlog sees only old ones, and would take the oldest evidence for fresh.
 */
@ApplicationScoped
@IfBuildProperty(name = "quarkus.datasource.db-kind", stringValue = "postgresql")
public class Calibration {

    private static final Logger LOG = Logger.getLogger(Calibration.class);
    private static final Duration EVERY = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Sender sender;
    private final Vertx vertx;
    private final Uni<Void> first;

    @Inject
    public Calibration(Sender sender, Vertx vertx) {
        this.sender = sender;
        this.vertx = vertx;
        this.first = ping().ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "the broker's clock could not be read from topic %s (%s); ages may be too small until it can",
                        BrokerClock.TOPIC, failure.getMessage()))
                .onFailure()
                .recoverWithNull()
                .memoize()
                .indefinitely();
    }

    /** Ends when the clock was set once, or could not be within 10 s; later calls end at once. */
    public Uni<Void> done() {
        return first;
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(EVERY.toMillis(), timer -> ping().subscribe()
                .with(
                        done -> {},
                        failure -> LOG.debugf("the broker's clock could not be read: %s", failure.getMessage())));
    }

    private Uni<Void> ping() {
        return sender.send(BrokerClock.TOPIC, "clock", Map.of(), new byte[0]);
    }
}
