package io.lifeboat.e2e.survival;

import io.lifeboat.e2e.stack.Child;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Starts a process again whenever it died, as an operating system's supervisor would, and counts. */
final class Supervisor implements AutoCloseable {

    private static final Duration LOOKS_EVERY = Duration.ofMillis(100);

    private final List<Child> children;
    private final Map<String, Integer> deaths = new ConcurrentHashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    Supervisor(List<Child> children) {
        this.children = List.copyOf(children);
        this.thread = Thread.ofPlatform().daemon().name("supervisor").start(this::watch);
    }

    /** How often each process died; one that never did is missing. */
    Map<String, Integer> deaths() {
        return Map.copyOf(deaths);
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        try {
            while (!closing.await(LOOKS_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                children.stream().filter(child -> !child.alive()).forEach(child -> {
                    deaths.merge(child.name(), 1, Integer::sum);
                    child.restart();
                });
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
