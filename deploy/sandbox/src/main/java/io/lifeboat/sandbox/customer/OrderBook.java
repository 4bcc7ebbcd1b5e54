package io.lifeboat.sandbox.customer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** One customer's own record: what was confirmed to it and when, and how each of its orders went. */
final class OrderBook {

    /** How far back {@link #recent} looks. */
    private static final Duration RECENTLY = Duration.ofSeconds(5);

    /** How many orders ended lately, and how many of them were confirmed. */
    record Recent(int attempted, int confirmed) {}

    private final List<Confirmed> confirmed = new ArrayList<>();
    private final List<Attempt> attempts = new ArrayList<>();

    synchronized void confirmed(UUID order, Instant at) {
        confirmed.add(new Confirmed(order, at));
        attempts.add(new Attempt(at, true));
    }

    synchronized void failed(Instant at) {
        attempts.add(new Attempt(at, false));
    }

    synchronized List<Confirmed> confirmed() {
        return List.copyOf(confirmed);
    }

    synchronized List<Attempt> attempts() {
        return List.copyOf(attempts);
    }

    synchronized Recent recent(Instant now) {
        var since = now.minus(RECENTLY);
        var ended = attempts.reversed().stream()
                .takeWhile(each -> each.at().isAfter(since))
                .toList();
        return new Recent(
                ended.size(),
                Math.toIntExact(ended.stream().filter(Attempt::confirmed).count()));
    }
}
