package io.lifeboat.simulator.engine;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;

/** A host's threads, for code that starts its own. */
public final class HostThreads extends AbstractExecutorService {

    private final Host host;

    public HostThreads(Host host) {
        this.host = host;
    }

    @Override
    public void execute(Runnable task) {
        host.spawn("run", task);
    }

    @Override
    public void shutdown() {
        // Threads of a host end with it.
    }

    @Override
    public List<Runnable> shutdownNow() {
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return false;
    }

    @Override
    public boolean isTerminated() {
        return !host.alive();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return isTerminated();
    }
}
