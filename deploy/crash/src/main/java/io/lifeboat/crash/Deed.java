package io.lifeboat.crash;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What happens to a process at a point. */
enum Deed {
    /** It is gone as after {@code kill -9}: no hook, no finally, no thread goes a step further. */
    KILL {
        @Override
        void strike() {
            Runtime.getRuntime().halt(KILLED);
        }
    },
    /** It stands still until it gets SIGCONT, then goes on from here as if nothing had been. */
    STOP {
        @Override
        void strike() {
            try {
                new ProcessBuilder(
                                "kill",
                                "-STOP",
                                Long.toString(ProcessHandle.current().pid()))
                        .inheritIO()
                        .start()
                        .waitFor();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot stop this process", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    };

    /** The exit status that shells report for SIGKILL. */
    static final int KILLED = 137;

    abstract void strike();
}
