package io.lifeboat.bench.room;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another process does. */
public final class Waiting {

    private static final Duration LOOK = Duration.ofMillis(10);

    private Waiting() {}

    /**
     * Until it is so.
     *
     * @param what for the error: what was waited for
     * @throws IllegalStateException when it is not so in time
     */
    public static void until(String what, Duration patience, BooleanSupplier so) {
        if (!soon(patience, so)) {
            throw new IllegalStateException("waited " + patience.toSeconds() + " s in vain for " + what);
        }
    }

    /** Whether it becomes so in time. */
    public static boolean soon(Duration patience, BooleanSupplier so) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            pause(LOOK);
        }
        return true;
    }

    /** Rests: the pause between two trials, or between two things sent at a rate. */
    public static void pause(Duration time) {
        untilNanos(System.nanoTime() + time.toNanos());
    }

    /** Rests until the monotonic clock shows that. */
    public static void untilNanos(long nanos) {
        long left = nanos - System.nanoTime();
        while (left > 0) {
            LockSupport.parkNanos(Math.min(left, TimeUnit.SECONDS.toNanos(1)));
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("interrupted");
            }
            left = nanos - System.nanoTime();
        }
    }
}
