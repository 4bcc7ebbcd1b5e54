package io.lifeboat.simulator.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One clock, one queue, one source of chance. Events happen one after the other, each at a turned time. */
public final class World {

    /** When a world begins, by its own true time, unless it is told otherwise. */
    public static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private final Random chance;
    private final Trace trace = new Trace(this);
    private final PriorityQueue<Event> queue = new PriorityQueue<>();
    private final List<String> violations = new ArrayList<>();
    private Instant begin = BEGIN;
    private long nanos;
    private long events;
    private @Nullable Strand current;

    private record Event(long at, long number, Runnable task) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            int byTime = Long.compare(at, other.at);
            return byTime == 0 ? Long.compare(number, other.number) : byTime;
        }
    }

    public World(long seed) {
        this.chance = new Random(seed);
    }

    /** Nanoseconds since it began. */
    public long nanos() {
        return nanos;
    }

    /** The true time, which no host's clock shows exactly. */
    public Instant now() {
        return begin.plusNanos(nanos);
    }

    /** Has it begin at another time; before anything happens in it. */
    public void begin(Instant other) {
        if (nanos > 0) {
            throw new IllegalStateException("the world has begun");
        }
        begin = other;
    }

    public Duration elapsed() {
        return Duration.ofNanos(nanos);
    }

    public Trace trace() {
        return trace;
    }

    /** How many events there were. */
    public long events() {
        return events;
    }

    /** Has a task run after a while. */
    public void after(Duration delay, Runnable task) {
        queue.add(new Event(nanos + Math.max(0, delay.toNanos()), events++, task));
    }

    /** Runs until a time, a broken promise, or until something is so. */
    public void runUntil(Duration end, BooleanSupplier done) {
        while (!queue.isEmpty() && violations.isEmpty() && !done.getAsBoolean()) {
            Event next = queue.peek();
            if (next.at() > end.toNanos()) {
                nanos = end.toNanos();
                return;
            }
            queue.remove();
            nanos = Math.max(nanos, next.at());
            next.task().run();
        }
    }

    /** The strand that runs now. */
    public Strand strand() {
        if (current == null) {
            throw new IllegalStateException("only a strand can wait");
        }
        return current;
    }

    void current(@Nullable Strand strand) {
        current = strand;
    }

    /** A promise was broken: the run ends and says so. */
    public void violation(String promise, String what) {
        trace.say("VIOLATION", promise + ": " + what);
        violations.add(promise + ": " + what);
    }

    /** What was broken; empty in a good run. */
    public List<String> violations() {
        return List.copyOf(violations);
    }

    /** True with this probability. */
    public boolean happens(double probability) {
        return probability > 0 && chance.nextDouble() < probability;
    }

    /** From 0 up to but without the bound. */
    public int below(int bound) {
        return chance.nextInt(bound);
    }

    /** A duration between two, in whole milliseconds. */
    public Duration between(long leastMillis, long mostMillis) {
        return Duration.ofMillis(leastMillis + (long) (chance.nextDouble() * (mostMillis - leastMillis + 1)));
    }

    /** One of several. */
    public <T> T oneOf(List<T> all) {
        return all.get(below(all.size()));
    }
}
