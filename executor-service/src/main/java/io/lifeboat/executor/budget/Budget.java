package io.lifeboat.executor.budget;

import io.lifeboat.executor.budget.Api.Rate;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/** The budget of one quota: calls wait here for their token, and a look takes none while a change waits. */
final class Budget {

    /** What a call is for. */
    enum Use {
        LOOK,
        CHANGE
    }

    private static final long LEAST_PAUSE = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(200);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition something = lock.newCondition();
    private final TokenBucket bucket;
    private final LongSupplier nanos;
    private int changesWaiting;
    private int waiting;

    Budget(Rate rate, LongSupplier nanos) {
        this.nanos = nanos;
        this.bucket = new TokenBucket(rate, nanos.getAsLong());
    }

    /** Takes a token if there is one for this use now. */
    boolean takeNow(Use use) {
        lock.lock();
        try {
            return mayTake(use) && bucket.take(nanos.getAsLong());
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for a token.
     *
     * @param until the reading of the monotonic clock at which a token is of no more use
     * @return whether there was one in time
     */
    boolean take(Use use, long until) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            waits(use, 1);
            while (true) {
                long now = nanos.getAsLong();
                if (until - now <= 0) {
                    return false;
                }
                if (mayTake(use) && bucket.take(now)) {
                    return true;
                }
                pause(Math.min(bucket.untilNext(now), until - now));
            }
        } finally {
            waits(use, -1);
            // looks may go on when the last change has gone
            something.signalAll();
            lock.unlock();
        }
    }

    void throttled() {
        lock.lock();
        try {
            bucket.throttled(nanos.getAsLong());
        } finally {
            lock.unlock();
        }
    }

    void letThrough() {
        lock.lock();
        try {
            bucket.letThrough(nanos.getAsLong());
            something.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean mayTake(Use use) {
        return use == Use.CHANGE || changesWaiting == 0;
    }

    /** How many calls wait. */
    int waiting() {
        lock.lock();
        try {
            return waiting;
        } finally {
            lock.unlock();
        }
    }

    private void waits(Use use, int more) {
        waiting += more;
        if (use == Use.CHANGE) {
            changesWaiting += more;
        }
    }

    /** Until then or until something happened; a look behind a change waits for the change and not for the token. */
    private void pause(long most) throws InterruptedException {
        long unused = something.awaitNanos(Math.clamp(most, LEAST_PAUSE, LONGEST_PAUSE));
    }
}
