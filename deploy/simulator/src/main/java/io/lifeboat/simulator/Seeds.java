package io.lifeboat.simulator;

import io.lifeboat.simulator.Options.Kind;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Runs worlds, each on threads of which one runs at a time. */
public final class Seeds {

    /** Kept, for a logger nobody holds forgets its level. */
    private static final Logger SERVICES = Logger.getLogger("io.lifeboat");

    private Seeds() {}

    /** Runs the world of a seed; what the services log is not part of it. */
    public static Outcome run(Kind kind, long seed) {
        SERVICES.setLevel(Level.OFF);
        return Simulation.run(Options.of(kind, seed));
    }
}
