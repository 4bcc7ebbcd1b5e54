package io.lifeboat.coordinator.planned;

import io.lifeboat.contract.incident.Mode;
import java.util.Locale;

/** What a planned move is for. */
public enum Purpose {
    /** To see that the failover works; anywhere. */
    REHEARSAL("failover", Mode.REHEARSAL),

    /** To serve from home again, which is never done by the machine. */
    FAILBACK("failback", Mode.LIVE);

    private final String procedure;
    private final Mode mode;

    Purpose(String procedure, Mode mode) {
        this.procedure = procedure;
        this.mode = mode;
    }

    /** The procedure of the plan that it runs. */
    String procedure() {
        return procedure;
    }

    Mode mode() {
        return mode;
    }

    /** In words. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
