package io.lifeboat.simulator.engine;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A latch on which strands wait by turned time; it never opens, for a host that ends is killed. */
public final class TurnedLatch extends CountDownLatch {

    private final World world;

    public TurnedLatch(World world) {
        super(1);
        this.world = world;
    }

    @Override
    public boolean await(long timeout, TimeUnit unit) {
        world.strand().sleep(Duration.of(timeout, unit.toChronoUnit()));
        return false;
    }
}
