package io.lifeboat.detector.sight;

import io.lifeboat.detector.time.Moment;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Whether the detector runs late. It is late when one tick came more than four times the bound late, or when more than a
 * fifth of the last five seconds' ticks came later than the bound; and it stays late for two seconds after the last.
 */
final class Lateness {

    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final Duration HELD = Duration.ofSeconds(2);
    private static final int FAR_TOO_LATE = 4;
    private static final double TOO_MANY = 0.2;

    private final Duration bound;
    private final Deque<Tick> ticks = new ArrayDeque<>();
    private Optional<Moment> lateUntil = Optional.empty();
    private Duration worst = Duration.ZERO;

    Lateness(Duration bound) {
        this.bound = bound;
    }

    /** A tick came that much later than it should have. */
    void ticked(Moment at, Duration late) {
        ticks.addLast(new Tick(at, late));
        while (at.since(ticks.getFirst().at()).compareTo(REMEMBERED) > 0) {
            ticks.removeFirst();
        }
        if (late.compareTo(bound) <= 0) {
            return;
        }
        long lateTicks =
                ticks.stream().filter(tick -> tick.late().compareTo(bound) > 0).count();
        boolean farTooLate = late.compareTo(bound.multipliedBy(FAR_TOO_LATE)) > 0;
        if (farTooLate || lateTicks > Math.max(1, ticks.size() * TOO_MANY)) {
            lateUntil = Optional.of(at.plus(HELD));
            worst = late;
        }
    }

    /** Why the detector must be taken for late, if it must. */
    Optional<String> suspicion(Moment now) {
        return lateUntil
                .filter(now::isBefore)
                .map(until -> "runs late: its own timer came " + worst.toMillis() + " ms late");
    }

    private record Tick(Moment at, Duration late) {}
}
