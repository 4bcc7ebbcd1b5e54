package io.lifeboat.chassis.outbox;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Keeps draining while there is something to send. It is woken right after a commit of this instance, by PostgreSQL's
 * NOTIFY after any instance's, and by a sweep every second in case both were lost.
 */
@ApplicationScoped
@IfBuildProperty(name = "quarkus.datasource.db-kind", stringValue = "postgresql")
public class Relay {

    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final Duration SWEEP = Duration.ofSeconds(1);
    private static final Duration WHILE_BUSY = Duration.ofMillis(20);
    private static final Duration WHILE_STUCK = Duration.ofMillis(250);

    private final Drain drain;
    private final Vertx vertx;

    /** Wake-ups not answered yet; whoever raises it from zero drains. */
    private final AtomicInteger asked = new AtomicInteger();

    private volatile boolean ended;

    @Inject
    public Relay(Drain drain, Vertx vertx) {
        this.drain = drain;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(SWEEP.toMillis(), timer -> wake());
    }

    void end(@Observes ShutdownEvent event) {
        ended = true;
    }

    /** Says that rows may wait; returns at once. Rows committed before the call are sent by this run or the next. */
    public void wake() {
        if (!ended && asked.getAndIncrement() == 0) {
            batch(1);
        }
    }

    private void batch(int answering) {
        // the drain runs on a context of its own: the caller's may belong to a session
        vertx.runOnContext(ignored -> drain.batch().subscribe().with(outcome -> went(outcome, answering), failure -> {
            LOG.warnf("outbox: the database does not answer: %s; messages wait", failure.getMessage());
            again(WHILE_STUCK);
        }));
    }

    private void went(Drain.Outcome outcome, int answering) {
        switch (outcome) {
            case MORE -> batch(asked.get());
            case BUSY -> again(WHILE_BUSY);
            case STUCK -> again(WHILE_STUCK);
            case EMPTY -> {
                // a wake-up that came while the rows were read may stand for rows that were not seen
                if (asked.addAndGet(-answering) > 0) {
                    batch(asked.get());
                }
            }
        }
    }

    private void again(Duration pause) {
        if (!ended) {
            vertx.setTimer(pause.toMillis(), timer -> batch(asked.get()));
        }
    }
}
