package io.lifeboat.sandbox.cloud;

import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiConsumer;

/**
 * A region: a name, addresses of its own, and a state that faults change.
 *
 * <pre>
 *   Available --lose--> Lost --return--> Available
 *   Available --degrade--> Degraded --mend--> Available
 * </pre>
 *
 * Its control plane (the APIs that change things) can be lost apart from everything else in it.
 */
public final class Region {

    private final String name;
    private final Net net;
    private final int place;
    private final List<BiConsumer<RegionState, RegionState>> listeners = new CopyOnWriteArrayList<>();
    private final List<Runnable> beforeReturn = new CopyOnWriteArrayList<>();
    private volatile RegionState state = new RegionState.Available();
    private volatile boolean controlPlaneLost;

    Region(String name, Net net, int place) {
        this.name = name;
        this.net = net;
        this.place = place;
    }

    public String name() {
        return name;
    }

    /** The third byte of its addresses. */
    public int place() {
        return place;
    }

    /** {@code 127.N.<place>.<host>}; hosts are named in {@link Place}. */
    public InetAddress address(int host) {
        return net.address(place, host);
    }

    public RegionState state() {
        return state;
    }

    public boolean isLost() {
        return state instanceof RegionState.Lost;
    }

    /** True for the share of calls that a degraded region fails. */
    public boolean failsThisTime() {
        return state instanceof RegionState.Degraded degraded
                && ThreadLocalRandom.current().nextDouble() < degraded.errorRate();
    }

    /** Whether the APIs that change things answer nobody: lost with the region, or on their own. */
    public boolean isControlPlaneLost() {
        return controlPlaneLost || isLost();
    }

    /** Called with the state before and the state after, in the thread that changes it; must not block for long. */
    public void onChange(BiConsumer<RegionState, RegionState> listener) {
        listeners.add(listener);
    }

    /** Called before a lost region takes its first packet again. */
    public void beforeReturn(Runnable task) {
        beforeReturn.add(task);
    }

    public void lose() {
        become(new RegionState.Lost());
    }

    /** It is back as it was: writer and tasks alive, unless somebody fenced them meanwhile. */
    public void returnAgain() {
        if (isLost()) {
            beforeReturn.forEach(Runnable::run);
        }
        become(new RegionState.Available());
    }

    public void degrade(double errorRate) {
        become(new RegionState.Degraded(errorRate));
    }

    public void mend() {
        become(new RegionState.Available());
    }

    public void loseControlPlane() {
        controlPlaneLost = true;
    }

    public void returnControlPlane() {
        controlPlaneLost = false;
    }

    private synchronized void become(RegionState next) {
        RegionState before = state;
        if (before.equals(next)) {
            return;
        }
        state = next;
        listeners.forEach(listener -> listener.accept(before, next));
    }

    @Override
    public String toString() {
        return name;
    }
}
