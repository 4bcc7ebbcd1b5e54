package io.lifeboat.sandbox.relay;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Bytes under way: each comes out, in order, a set time after it went in. */
final class DelayLine {

    private static final byte[] END = new byte[0];

    /** How soon a change of the delay takes effect on what is under way already. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Parcel(byte[] bytes, long sentNanos) {}

    private final Queue<Parcel> parcels = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private boolean dropped;

    void put(byte[] bytes) {
        lock.lock();
        try {
            parcels.add(new Parcel(bytes, System.nanoTime()));
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Nothing more comes; what is under way still arrives. */
    void end() {
        put(END);
    }

    /** Everything under way is lost. */
    void drop() {
        lock.lock();
        try {
            dropped = true;
            parcels.clear();
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the next bytes to arrive; empty at the end. */
    byte[] take(Supplier<Duration> delay) throws InterruptedException {
        lock.lock();
        try {
            while (!dropped) {
                Parcel first = parcels.peek();
                if (first == null) {
                    moved.await();
                    continue;
                }
                long due = first.sentNanos() + delay.get().toNanos() - System.nanoTime();
                if (due <= 0) {
                    parcels.remove();
                    return first.bytes();
                }
                moved.await(Math.min(due, LOOK_AGAIN.toNanos()), TimeUnit.NANOSECONDS);
            }
            return END;
        } finally {
            lock.unlock();
        }
    }
}
