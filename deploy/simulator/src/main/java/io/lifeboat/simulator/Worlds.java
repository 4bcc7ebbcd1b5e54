package io.lifeboat.simulator;

import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Runs a world on threads of which one runs at a time. */
public final class Worlds {

    /** Kept, for a logger nobody holds forgets its level. */
    private static final Logger SERVICES = Logger.getLogger("io.lifeboat");

    static {
        // Contexts carried along with every stage cost a third of the time and carry nothing here.
        Infrastructure.clearInterceptors();
    }

    private Worlds() {}

    /** Runs it and gives what came of it; what the services log is not part of it. */
    public static <T> T tell(Supplier<T> world) {
        SERVICES.setLevel(Level.OFF);
        AtomicReference<T> outcome = new AtomicReference<>();
        AtomicReference<Throwable> defect = new AtomicReference<>();
        // Handing the baton from one virtual thread to another costs a tenth of handing it over from a platform thread.
        Thread telling = Thread.ofVirtual().name("world").start(() -> {
            try {
                outcome.set(world.get());
            } catch (RuntimeException | Error e) {
                defect.set(e);
            }
        });
        try {
            telling.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        if (defect.get() instanceof IllegalArgumentException wrong) {
            throw wrong;
        }
        if (defect.get() != null) {
            throw new IllegalStateException("the simulator itself failed", defect.get());
        }
        return outcome.get();
    }
}
