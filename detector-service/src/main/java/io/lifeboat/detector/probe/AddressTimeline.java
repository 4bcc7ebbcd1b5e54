package io.lifeboat.detector.probe;

import io.lifeboat.detector.time.Moment;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** What a name stood for over time. Changes only are kept, so it stays short. Safe to use from any thread. */
final class AddressTimeline {

    private final Deque<Heard> heard = new ArrayDeque<>();

    /** Notes what a lookup that began at that moment answered. */
    synchronized void heard(Moment at, InetAddress address) {
        Heard latest = heard.peekLast();
        if (latest == null || (!latest.address().equals(address) && !at.isBefore(latest.at()))) {
            heard.addLast(new Heard(at, address));
        }
    }

    /** The address that was looked up that long ago, or the oldest known when nothing is so old. */
    synchronized Optional<InetAddress> lookedUp(Duration age, Moment now) {
        Moment then = now.minus(age);
        while (heard.size() > 1 && !second().at().isAfter(then)) {
            heard.removeFirst();
        }
        return Optional.ofNullable(heard.peekFirst()).map(Heard::address);
    }

    private Heard second() {
        var entries = heard.iterator();
        entries.next();
        return entries.next();
    }

    private record Heard(Moment at, InetAddress address) {}
}
