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

    /** Few messages are on their way for longer, and those may wait for one more. */
    private static final Duration OLD = Duration.ofSeconds(10);

    private static final Duration SELDOM = Duration.ofMillis(250);

    private final Sender sender;
    private final BrokerClock clock;
    private final Vertx vertx;
    private final Uni<Void> first;
    private Setting latest;

    @Inject
    public Calibration(Sender sender, BrokerClock clock, Vertx vertx) {
        this.sender = sender;
        this.clock = clock;
        this.vertx = vertx;
        this.first = reading();
        this.latest = new Setting(clock.sending(), first);
    }

    /**
     * Ends when the clock can be believed about a record that has just come: when it was set once, or could not be within 10 s.
     * A record that looks old may be fresh, and stamped by a clock that was set back since; so the clock is set anew first, a
     * few times a second at most.
     *
     * @param appendMillis the record's append time
     */
    public Uni<Void> sureOf(long appendMillis) {
        return first.chain(
                () -> looksOld(appendMillis) ? again() : Uni.createFrom().voidItem());
    }

    private boolean looksOld(long appendMillis) {
        return clock.sinceAppended(appendMillis).compareTo(OLD) > 0;
    }

    private synchronized Uni<Void> again() {
        long now = clock.sending();
        if (now - latest.begun() >= SELDOM.toMillis()) {
            latest = new Setting(now, reading());
        }
        return latest.done();
    }

    /** That the clock is set, begun at that reading of it. */
    private record Setting(long begun, Uni<Void> done) {}

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(EVERY.toMillis(), timer -> ping().subscribe()
                .with(
                        done -> {},
                        failure -> LOG.debugf("the broker's clock could not be read: %s", failure.getMessage())));
    }

    /** One reading for all who wait for it; it ends well or not within 10 s, and they go on. */
    private Uni<Void> reading() {
        return ping().ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "the broker's clock could not be read from topic %s (%s); ages may be wrong until it can",
                        BrokerClock.TOPIC, failure.getMessage()))
                .onFailure()
                .recoverWithNull()
                .memoize()
                .indefinitely();
    }

    private Uni<Void> ping() {
        return sender.send(BrokerClock.TOPIC, "clock", Map.of(), new byte[0]);
    }
}
