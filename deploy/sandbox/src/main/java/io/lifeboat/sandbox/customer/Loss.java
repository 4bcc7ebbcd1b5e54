package io.lifeboat.sandbox.customer;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was really lost, as the customers know it.
 *
 * @param lostOrders how many confirmed orders the surviving database does not hold
 * @param loss from the newest surviving order confirmed before the first lost one, to the last lost one: the real RPO
 * @param firstLost when the first lost order was confirmed, or null when none was lost
 * @param lastLost when the last lost order was confirmed, or null when none was lost
 */
record Loss(
        int lostOrders,
        Duration loss,
        @Nullable Instant firstLost,
        @Nullable Instant lastLost) {

    private static final Loss NONE = new Loss(0, Duration.ZERO, null, null);

    /**
     * Compares what was confirmed with what is still there.
     *
     * @param confirmed in any order, read before the database was, so that nothing placed since counts as lost
     * @param surviving every order in the database that serves now
     * @param orderingBegan what the loss reaches back to when nothing survived
     */
    static Loss of(Collection<Confirmed> confirmed, Set<UUID> surviving, Instant orderingBegan) {
        var lost = confirmed.stream()
                .filter(each -> !surviving.contains(each.order()))
                .sorted(Comparator.comparing(Confirmed::at))
                .toList();
        if (lost.isEmpty()) {
            return NONE;
        }
        var first = lost.getFirst().at();
        var last = lost.getLast().at();
        var newestSurviving = confirmed.stream()
                .filter(each -> surviving.contains(each.order()) && each.at().isBefore(first))
                .map(Confirmed::at)
                .max(Comparator.naturalOrder())
                .orElse(orderingBegan);
        return new Loss(lost.size(), Duration.between(newestSurviving, last), first, last);
    }
}
