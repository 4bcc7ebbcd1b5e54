package io.lifeboat.simulator;

import io.lifeboat.simulator.Options.Kind;

/** Runs the worlds of seeds. */
public final class Seeds {

    private Seeds() {}

    /** Runs the world of a seed. */
    public static Outcome run(Kind kind, long seed) {
        try {
            return Worlds.tell(() -> Simulation.run(Options.of(kind, seed)));
        } catch (IllegalStateException e) {
            throw new IllegalStateException("seed " + seed + " (" + kind + "): " + e.getMessage(), e.getCause());
        }
    }
}
