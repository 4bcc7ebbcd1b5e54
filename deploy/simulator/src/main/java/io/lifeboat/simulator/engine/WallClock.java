package io.lifeboat.simulator.engine;

import java.time.Duration;
import java.time.Instant;

/** A clock that is off the true time by a while, and is stepped now and then, as by a time server that corrects it. */
public final class WallClock {

    private final World world;
    private final String whose;
    private Duration ahead;

    /** One that is off by no more than so many milliseconds. */
    public WallClock(World world, String whose, long mostMillis) {
        this.world = world;
        this.whose = whose;
        this.ahead = world.between(-mostMillis, mostMillis);
    }

    /** What it shows. */
    public Instant now() {
        return world.now().plus(ahead);
    }

    /** Steps it at once, forward or back. */
    public void step(Duration by) {
        world.trace().say(whose, "has its clock stepped by " + by);
        ahead = ahead.plus(by);
    }
}
