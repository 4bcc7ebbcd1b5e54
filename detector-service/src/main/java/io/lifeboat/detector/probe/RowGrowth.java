package io.lifeboat.detector.probe;

import io.lifeboat.detector.time.Moment;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * How fast a table grew lately, from its counts: what a loss in seconds is in rows. A table that shrank tells nothing of what
 * was added to it.
 */
final class RowGrowth {

    private static final Duration LATELY = Duration.ofMinutes(10);

    private final String table;
    private final Deque<Counted> counts = new ArrayDeque<>();

    RowGrowth(String table) {
        this.table = table;
    }

    /** The growth, with what there is now; empty at the first count, and where there are fewer than there were. */
    Optional<GrowthFacts> with(long rows, Moment at) {
        counts.addLast(new Counted(rows, at));
        while (at.since(counts.getFirst().at()).compareTo(LATELY) > 0) {
            counts.removeFirst();
        }
        Counted first = counts.getFirst();
        Duration over = at.since(first.at());
        long more = rows - first.rows();
        return over.isZero() || more < 0 ? Optional.empty() : Optional.of(new GrowthFacts(table, more, over, at));
    }

    private record Counted(long rows, Moment at) {}
}
