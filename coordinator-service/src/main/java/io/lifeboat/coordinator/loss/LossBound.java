package io.lifeboat.coordinator.loss;

import io.lifeboat.contract.incident.LossInterval;
import io.lifeboat.contract.signal.Heartbeat;
import io.lifeboat.contract.signal.HeartbeatRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a promotion cost: the last write seen accepted at the old writer minus the newest commit readable at the new one.
 *
 * <p>From one vantage, with A the last accepted heartbeat and N the row readable at the new writer:
 *
 * <ul>
 *   <li>the old writer accepted nothing after the first failed attempt had ended, and everything committed before N
 *       survived, so the loss is at most {@code A.failedAt - N.sentAt};
 *   <li>the old writer accepted A, and the heartbeat after N did not survive, which had been committed one cadence, a
 *       quarter of it for jitter and one timeout after N at the latest, so it is at least
 *       {@code A.sentAt - N.sentAt - (every * 1.25 + 2 s)}.
 * </ul>
 *
 * @param interval the loss; null when its upper end is not known
 * @param basis what it rests on, or why it is not known
 */
public record LossBound(@Nullable LossInterval interval, String basis) {

    private static final Duration LONGEST_LOOK = Duration.ofSeconds(2);

    /** What one vantage's own writes tell. */
    public static LossBound between(Heartbeat lastAccepted, HeartbeatRow newest) {
        Duration cadence = lastAccepted.every().multipliedBy(5).dividedBy(4).plus(LONGEST_LOOK);
        Duration atLeast = atLeastZero(
                Duration.between(newest.sentAt(), lastAccepted.sentAt()).minus(cadence));
        if (lastAccepted.failedAt() == null) {
            return unknown("%s: has not seen the old writer refuse a write, so there is no upper end (at least %s)"
                    .formatted(newest.vantage(), atLeast));
        }
        if (newest.sentAt().isAfter(lastAccepted.failedAt())) {
            return unknown("%s: its row was written after the first refusal".formatted(newest.vantage()));
        }
        Duration atMost = Duration.between(newest.sentAt(), lastAccepted.failedAt());
        return new LossBound(
                new LossInterval(atLeast, atMost),
                "%s: heartbeat %d accepted last, %d found"
                        .formatted(newest.vantage(), lastAccepted.sequence(), newest.sequence()));
    }

    /**
     * What all vantages together tell. A vantage may have lost its path to the old writer before the writer was lost, and then
     * its upper end is too early: the largest upper end is the safe one. The lower ends hold all, so the largest is the
     * nearest; but where two intervals do not meet, one of them is wrong, and only the smallest is safe to state.
     *
     * @param lastAccepted the last accepted heartbeat at the old writer, by vantage
     * @param newest the rows readable at the new writer
     */
    public static LossBound across(Map<String, Heartbeat> lastAccepted, List<HeartbeatRow> newest) {
        List<String> reasons = new ArrayList<>();
        List<LossInterval> known = new ArrayList<>();
        for (Map.Entry<String, Heartbeat> seen : new TreeMap<>(lastAccepted).entrySet()) {
            LossBound bound = newest.stream()
                    .filter(row -> row.vantage().equals(seen.getKey()) && writtenBeforeRefusal(row, seen.getValue()))
                    .max(Comparator.comparingLong(HeartbeatRow::sequence))
                    .map(row -> between(seen.getValue(), row))
                    .orElseGet(() ->
                            unknown(seen.getKey() + ": has no row at the new writer from before the first refusal"));
            reasons.add(bound.basis());
            if (bound.interval() != null) {
                known.add(bound.interval());
            }
        }
        if (lastAccepted.isEmpty()) {
            return unknown("no vantage kept a heartbeat row at the old writer");
        }
        if (known.isEmpty()) {
            return unknown(String.join("; ", reasons));
        }
        return new LossBound(together(known), String.join("; ", reasons));
    }

    /** After the refusal a vantage begins a new row; the one from before it stays as the promotion found it. */
    private static boolean writtenBeforeRefusal(HeartbeatRow row, Heartbeat lastAccepted) {
        return lastAccepted.failedAt() == null || !row.sentAt().isAfter(lastAccepted.failedAt());
    }

    private static LossInterval together(List<LossInterval> intervals) {
        Duration largestLower = most(intervals, LossInterval::atLeast);
        boolean allMeet = intervals.stream().allMatch(interval -> largestLower.compareTo(interval.atMost()) <= 0);
        Duration lower = allMeet
                ? largestLower
                : intervals.stream()
                        .map(LossInterval::atLeast)
                        .min(Comparator.naturalOrder())
                        .orElseThrow();
        return new LossInterval(lower, most(intervals, LossInterval::atMost));
    }

    private static Duration most(List<LossInterval> intervals, Function<LossInterval, Duration> end) {
        return intervals.stream().map(end).max(Comparator.naturalOrder()).orElseThrow();
    }

    private static LossBound unknown(String basis) {
        return new LossBound(null, Objects.requireNonNull(basis));
    }

    private static Duration atLeastZero(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
