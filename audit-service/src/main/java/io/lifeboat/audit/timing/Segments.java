package io.lifeboat.audit.timing;

import io.lifeboat.contract.incident.ApprovalRequested;
import io.lifeboat.contract.incident.ExecutionCompleted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the time went. The parts are apart so that a slow yes is not taken for a slow machine.
 *
 * @param detect fault to quorum
 * @param decide quorum to the opened execution, people's answers included
 * @param approval of that, waiting for people
 * @param execute opened execution to the first good look at the entrance
 * @param verify from there until every step had ended
 */
public record Segments(
        @Nullable Duration detect,
        @Nullable Duration decide,
        @Nullable Duration approval,
        @Nullable Duration execute,
        @Nullable Duration verify) {

    static Segments of(List<Told> all, Clocks clocks) {
        @Nullable
        Instant asked = Told.first(all, ApprovalRequested.class)
                .map(Told.Of::at)
                .filter(at -> clocks.decided() == null || at.isBefore(clocks.decided()))
                .orElse(null);
        @Nullable
        Instant ended =
                Told.last(all, ExecutionCompleted.class).map(Told.Of::at).orElse(null);
        return new Segments(
                between(clocks.faultBegan(), clocks.confirmed()),
                between(clocks.confirmed(), clocks.decided()),
                between(asked, clocks.decided()),
                between(clocks.decided(), clocks.servingAgain()),
                between(clocks.servingAgain(), ended));
    }

    /** Never negative: what ended before it began, on two vantages' ages, took no time that anyone could measure. */
    private static @Nullable Duration between(@Nullable Instant from, @Nullable Instant to) {
        if (from == null || to == null) {
            return null;
        }
        Duration length = Duration.between(from, to);
        return length.isNegative() ? Duration.ZERO : length;
    }
}
