package io.lifeboat.simulator.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A clock that is off the true time by a while, and is stepped now and then, as by a time server that corrects it. */
public final class WallClock {

    private final World world;
    private final String whose;
    private final List<Step> forward = new ArrayList<>();
    private Duration ahead;

    /** A step forward, of what it showed last. */
    private record Step(Instant from, Duration by) {}

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

    /** What it would show now, had it not been stepped forward since it showed that; a step back cannot be told by what it showed. */
    public Instant evenSince(Instant shown) {
        Duration stepped = forward.stream()
                .filter(step -> !step.from().isBefore(shown))
                .map(Step::by)
                .reduce(Duration.ZERO, Duration::plus);
        return now().minus(stepped);
    }

    /** Steps it at once, forward or back. */
    public void step(Duration by) {
        world.trace().say(whose, "has its clock stepped by " + by);
        if (by.isPositive()) {
            forward.add(new Step(now(), by));
        }
        ahead = ahead.plus(by);
    }
}
