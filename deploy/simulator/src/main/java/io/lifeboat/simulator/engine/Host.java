package io.lifeboat.simulator.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A process on a machine of its own: with clocks of its own, killed and started again, stopped and continued. What it was about
 * to do when it died is not done; what it was about to do when it was stopped is done late.
 */
public final class Host {

    private final World world;
    private final String name;
    private final WallClock wall;
    private final long monotonicOffset;
    private final List<Strand> strands = new ArrayList<>();
    private final Runnable boot;
    private boolean alive;
    private int life;
    private long stoppedUntil;
    private int stepsLeft;
    private Runnable atStep = () -> {};

    /**
     * A host that is not yet started.
     *
     * @param boot starts its service: called at every start
     */
    public Host(World world, String name, Runnable boot) {
        this.world = world;
        this.name = name;
        this.boot = boot;
        this.wall = new WallClock(world, name, 3_000);
        this.monotonicOffset = world.between(0, 1_000_000_000).toNanos();
    }

    public String name() {
        return name;
    }

    public boolean alive() {
        return alive;
    }

    /** Whether it is stopped, and would be found silent. */
    public boolean stopped() {
        return world.nanos() < stoppedUntil;
    }

    /** How often it was started. */
    public int life() {
        return life;
    }

    /** What its wall clock shows. */
    public Instant wall() {
        return wall.now();
    }

    /** Its wall clock. */
    public WallClock wallClock() {
        return wall;
    }

    /** Its monotonic clock, which goes on while it is stopped. */
    public long nanos() {
        return world.nanos() + monotonicOffset;
    }

    /** Does something to it at one of its next steps: before a transaction, after one, while a call is under way, ... */
    public void atStep(int steps, Runnable then) {
        stepsLeft = steps;
        atStep = then;
    }

    void stepped() {
        if (stepsLeft > 0 && --stepsLeft == 0) {
            world.after(Duration.ZERO, atStep);
        }
    }

    public void start() {
        alive = true;
        life++;
        world.trace().say(name, "starts (life " + life + ")");
        boot.run();
    }

    /** Ends everything it does, at once. */
    public void kill() {
        if (alive) {
            alive = false;
            stoppedUntil = 0;
            world.trace().say(name, "is killed");
            List.copyOf(strands).forEach(Strand::kill);
            strands.clear();
        }
    }

    /** Stops it, as SIGSTOP does, and continues it later. */
    public void stop(Duration lasting) {
        world.trace().say(name, "is stopped for " + lasting);
        stoppedUntil = Math.max(stoppedUntil, world.nanos() + lasting.toNanos());
    }

    /** Has code run that may wait. */
    public void spawn(String what, Runnable task) {
        Strand strand = new Strand(world, this, what, task);
        strands.add(strand);
        strand.start();
    }

    /** Has a task run after a while of this life; later when it is stopped, never when it has died. */
    public void after(Duration delay, Runnable task) {
        int inLife = life;
        world.after(delay, () -> due(inLife, task));
    }

    private void due(int inLife, Runnable task) {
        if (!alive || life != inLife) {
            return;
        }
        if (stopped()) {
            world.after(Duration.ofNanos(stoppedUntil - world.nanos()), () -> due(inLife, task));
            return;
        }
        task.run();
    }

    void ended(Strand strand) {
        strands.remove(strand);
    }
}
