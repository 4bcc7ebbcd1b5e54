package io.lifeboat.sandbox.cloud;

import java.net.InetAddress;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Who can reach whom now. Nothing goes into, out of or through a lost region, and a cut vantage reaches nobody (or not
 * the one region its path leads to).
 *
 * <p>Every listener asks before it lets bytes pass. Not to be reached is silence, never a refusal: that is how a lost
 * region looks from outside.
 */
public final class Reach {

    private record Path(int from, int to) {}

    private final Net net;
    private final Map<Integer, Region> regions;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Set<Integer> cutPlaces = new HashSet<>();
    private final Set<Path> cutPaths = new HashSet<>();

    Reach(Net net, Map<Integer, Region> regionsByPlace) {
        this.net = net;
        this.regions = Map.copyOf(regionsByPlace);
        regions.values().forEach(region -> region.onChange((before, after) -> signal()));
    }

    /** Whether bytes pass between the two now. Addresses that are not the sandbox's stand outside and are never cut. */
    public boolean isOpen(InetAddress source, InetAddress target) {
        lock.lock();
        try {
            int from = net.placeOf(source);
            int to = net.placeOf(target);
            return !isDown(from)
                    && !isDown(to)
                    && !cutPaths.contains(new Path(from, to))
                    && !cutPaths.contains(new Path(to, from));
        } finally {
            lock.unlock();
        }
    }

    /** Blocks until bytes pass between the two. */
    public void awaitOpen(InetAddress source, InetAddress target) throws InterruptedException {
        lock.lock();
        try {
            while (!isOpen(source, target)) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Blocks until the place that an address stands in is reachable at all. */
    public void awaitUp(InetAddress address) throws InterruptedException {
        awaitOpen(address, address);
    }

    /** Whether the place that an address stands in is reachable at all. */
    public boolean isUp(InetAddress address) {
        return isOpen(address, address);
    }

    /** Cuts everything that a place sends or takes. */
    public void cut(int place) {
        change(() -> cutPlaces.add(place));
    }

    /** Cuts one path, both ways. */
    public void cut(int place, Region region) {
        change(() -> cutPaths.add(new Path(place, region.place())));
    }

    /** Mends whatever was cut around a place. */
    public void mend(int place) {
        change(() -> {
            cutPlaces.remove(place);
            cutPaths.removeIf(path -> path.from() == place);
        });
    }

    /** Mends one path. */
    public void mend(int place, Region region) {
        change(() -> cutPaths.remove(new Path(place, region.place())));
    }

    private boolean isDown(int place) {
        Region region = regions.get(place);
        return cutPlaces.contains(place) || (region != null && region.isLost());
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void signal() {
        change(() -> {});
    }
}
