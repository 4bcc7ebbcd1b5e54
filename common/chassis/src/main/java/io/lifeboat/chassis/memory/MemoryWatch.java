package io.lifeboat.chassis.memory;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Looks at the database's identity when the service starts and every {@code lifeboat.memory.look-every}, so that a restore is
 * noticed while nothing else happens. What acts looks for itself.
 */
@ApplicationScoped
@IfBuildProperty(name = "quarkus.datasource.db-kind", stringValue = "postgresql")
public class MemoryWatch {

    private static final Logger LOG = Logger.getLogger(MemoryWatch.class);
    private static final Logger OPERATIONS = Logger.getLogger("io.lifeboat.operations");

    private final Memory memory;
    private final Vertx vertx;
    private final Duration every;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile boolean stopped;

    @Inject
    public MemoryWatch(
            Memory memory,
            Vertx vertx,
            @ConfigProperty(name = "lifeboat.memory.look-every", defaultValue = "1s") Duration every) {
        this.memory = memory;
        this.vertx = vertx;
        this.every = every;
    }

    void start(@Observes StartupEvent event) {
        memory.isReadable().subscribe().with(MemoryWatch::tell, this::failed);
        look();
        vertx.setPeriodic(every.toMillis(), timer -> look());
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    private void look() {
        if (!stopped && looking.compareAndSet(false, true)) {
            memory.recall()
                    .onTermination()
                    .invoke(() -> looking.set(false))
                    .subscribe()
                    .with(recollection -> {}, this::failed);
        }
    }

    private static void tell(boolean readable) {
        if (!readable) {
            OPERATIONS.warn("this role may not read the database's identity (pg_control_system, pg_control_checkpoint,"
                    + " pg_control_recovery): a restore is not noticed, and has to be told by POST /memory/restored");
        }
    }

    private void failed(Throwable failure) {
        if (!stopped) {
            LOG.errorf(
                    failure,
                    "the database's identity cannot be read; where that stays so, set lifeboat.memory.look=false");
        }
    }
}
