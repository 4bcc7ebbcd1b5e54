package io.lifeboat.executor.epoch;

import io.lifeboat.contract.incident.Mode;

/** What an execution occupies; each has an epoch line of its own. */
public enum Slot {
    /** Production: live executions and rehearsals share it. */
    PRODUCTION,
    /** What a drill created itself. */
    DRILL,
    /** Nothing is touched. */
    SIMULATED;

    /** The slot of a mode. */
    public static Slot of(Mode mode) {
        return switch (mode) {
            case LIVE, REHEARSAL -> PRODUCTION;
            case DRILL -> DRILL;
            case SIMULATED -> SIMULATED;
        };
    }
}
