package io.lifeboat.simulator.engine;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Code that may wait, on a thread of its own that runs only when the world hands it the baton: either the world runs or one
 * strand does, never both. Every wait is a point at which its host may die or pause.
 */
public final class Strand {

    private final World world;
    private final Host host;
    private final String name;
    private final Thread thread;
    private volatile boolean running;
    private volatile boolean ended;
    private volatile boolean killed;
    private volatile @Nullable Thread giver;
    private long turn;

    Strand(World world, Host host, String name, Runnable task) {
        this.world = world;
        this.host = host;
        this.name = name;
        this.thread = Thread.ofVirtual().name(name).unstarted(() -> live(task));
    }

    /** Whose it is. */
    public Host host() {
        return host;
    }

    /** Waits so long or until it is woken; longer while its host is stopped. */
    public void sleep(Duration duration) {
        host.stepped();
        long mine = ++turn;
        host.after(duration, () -> resume(mine));
        park();
    }

    /** Wakes it after a while, if it still waits then as it does now. */
    public void wake(Duration delay) {
        long asked = turn;
        host.after(delay, () -> resume(asked));
    }

    void start() {
        host.after(Duration.ZERO, this::hand);
    }

    /** Unwinds it at once. */
    void kill() {
        killed = true;
        if (!ended) {
            hand();
        }
    }

    boolean ended() {
        return ended;
    }

    private void resume(long asked) {
        if (asked == turn && !ended) {
            turn++;
            hand();
        }
    }

    private void hand() {
        giver = Thread.currentThread();
        world.current(this);
        running = true;
        if (thread.getState() == Thread.State.NEW) {
            thread.start();
        } else {
            LockSupport.unpark(thread);
        }
        while (running) {
            LockSupport.park(this);
        }
        world.current(null);
    }

    private void park() {
        if (!killed) {
            giveBack();
            while (!running) {
                LockSupport.park(this);
            }
        }
        if (killed) {
            throw new Killed(host.name());
        }
    }

    private void giveBack() {
        Thread back = giver;
        running = false;
        LockSupport.unpark(back);
    }

    private void live(Runnable task) {
        try {
            if (!killed) {
                task.run();
            }
        } catch (Killed e) {
            world.trace().say(host.name(), name + " ended with its host");
        } catch (RuntimeException | Error e) {
            if (!killed) {
                world.violation("defect", host.name() + " " + name + ": " + Failures.inWords(e));
            }
        } finally {
            ended = true;
            host.ended(this);
            giveBack();
        }
    }
}
