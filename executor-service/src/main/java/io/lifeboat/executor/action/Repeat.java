package io.lifeboat.executor.action;

import java.time.Duration;

/** Whether a change may be sent again. */
public sealed interface Repeat {

    /**
     * It may, once so much time has passed since it was last sent: until then the answer may be stale.
     *
     * @param pause since the last intent
     */
    record After(Duration pause) implements Repeat {}

    /** It must not: a repeat could undo what the first did. A person decides. */
    record Never() implements Repeat {}

    /** {@link After} of a number of seconds. */
    static Repeat afterSeconds(long seconds) {
        return new After(Duration.ofSeconds(seconds));
    }

    /** {@link Never}. */
    static Repeat never() {
        return new Never();
    }
}
