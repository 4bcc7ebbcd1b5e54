package io.lifeboat.detector.probe;

import io.lifeboat.detector.time.Moment;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** What a name stood for over time. Runs of the same answer are one entry, so it stays short. Safe to use from any thread. */
final class AddressTimeline {

    private final Deque<Run> runs = new ArrayDeque<>();

    /** Notes what a lookup that began at that moment answered. */
    synchronized void heard(Moment at, InetAddress address) {
        Run latest = runs.peekLast();
        if (latest != null && at.isBefore(latest.until())) {
            return;
        }
        if (latest != null && latest.address().equals(address)) {
            runs.removeLast();
        }
        runs.addLast(new Run(address, at));
    }

    /**
     * The oldest answer that a customer may still hold who looked up and keeps the answer for so long; the oldest known
     * when every lookup is older.
     */
    synchronized Optional<InetAddress> oldestHeld(Duration age, Moment now) {
        Moment then = now.minus(age);
        while (runs.size() > 1 && !runs.peekFirst().until().isAfter(then)) {
            runs.removeFirst();
        }
        return Optional.ofNullable(runs.peekFirst()).map(Run::address);
    }

    /** An answer, and when it was last heard. */
    private record Run(InetAddress address, Moment until) {}
}
