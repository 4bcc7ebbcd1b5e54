package io.lifeboat.simulator;

import io.lifeboat.simulator.Options.Kind;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Runs worlds, each on threads of which one runs at a time. */
public final class Seeds {

    /** Kept, for a logger nobody holds forgets its level. */
    private static final Logger SERVICES = Logger.getLogger("io.lifeboat");

    static {
        // Contexts carried along with every stage cost a third of the time and carry nothing here.
        Infrastructure.clearInterceptors();
    }

    private Seeds() {}

    /** Runs the world of a seed; what the services log is not part of it. */
    public static Outcome run(Kind kind, long seed) {
        SERVICES.setLevel(Level.OFF);
        AtomicReference<Outcome> outcome = new AtomicReference<>();
        AtomicReference<Throwable> defect = new AtomicReference<>();
        // Handing the baton from one virtual thread to another costs a tenth of handing it over from a platform thread.
        Thread world = Thread.ofVirtual().name("world " + seed).start(() -> {
            try {
                outcome.set(Simulation.run(Options.of(kind, seed)));
            } catch (RuntimeException | Error e) {
                defect.set(e);
            }
        });
        try {
            world.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("seed " + seed + " was interrupted", e);
        }
        if (defect.get() != null) {
            throw new IllegalStateException(
                    "seed " + seed + " (" + kind + "): the simulator itself failed", defect.get());
        }
        return outcome.get();
    }
}
