package io.lifeboat.sandbox.customer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the customers say about the disaster, as {@code GET /customers} shows it. Instants are ISO-8601 texts, null where
 * something did not happen (yet) or is not known.
 *
 * @param running whether they are ordering now
 * @param faultBegan when the operator broke the shop's world, or null
 * @param kinds each kind of customer
 * @param all every customer, weighted by its kind's share of all the world's
 * @param lostOrders confirmed orders that the database serving now does not hold; null where it cannot be read
 * @param lossSeconds the real RPO; null where the database cannot be read
 * @param firstLost when the first lost order was confirmed
 * @param lastLost when the last lost order was confirmed
 * @param lossUnknown why lostOrders is null, or null
 */
public record CustomersRecord(
        boolean running,
        @Nullable String faultBegan,
        List<OfKind> kinds,
        Times all,
        @Nullable Integer lostOrders,
        @Nullable Double lossSeconds,
        @Nullable String firstLost,
        @Nullable String lastLost,
        @Nullable String lossUnknown) {

    /**
     * One kind of customer.
     *
     * @param kind its name
     * @param share the part of all customers it stands for
     * @param customers how many were ordering
     * @param attempted orders placed, whatever became of them
     * @param confirmed orders confirmed
     * @param lastBeforeFault the last confirmation any of them had before its gap
     * @param firstServedAgain when the first of them was served again
     * @param p99ServedAgain when 99 % of them were
     * @param lastServedAgain when all of them were
     * @param gapSeconds how long each went without a confirmation: the first, 99 % and last of them
     * @param sinceFaultSeconds the same, counted from the fault
     * @param recentlyAttempted orders that ended in the last 5 s
     * @param recentlyConfirmed how many of those were confirmed
     */
    public record OfKind(
            String kind,
            double share,
            int customers,
            long attempted,
            long confirmed,
            @Nullable String lastBeforeFault,
            @Nullable String firstServedAgain,
            @Nullable String p99ServedAgain,
            @Nullable String lastServedAgain,
            Seconds gapSeconds,
            Seconds sinceFaultSeconds,
            int recentlyAttempted,
            int recentlyConfirmed) {}

    /** When customers were served again, and how long that was after the fault. */
    public record Times(
            @Nullable String firstServedAgain,
            @Nullable String p99ServedAgain,
            @Nullable String lastServedAgain,
            Seconds sinceFaultSeconds) {}

    /** Seconds until the first, 99 % and the last of some customers were served again. */
    public record Seconds(
            @Nullable Double first,
            @Nullable Double p99,
            @Nullable Double last) {

        static Seconds since(@Nullable Instant start, Recovery recovery) {
            return new Seconds(
                    between(start, recovery.first()), between(start, recovery.p99()), between(start, recovery.last()));
        }

        private static @Nullable Double between(@Nullable Instant from, @Nullable Instant to) {
            return from == null || to == null ? null : seconds(Duration.between(from, to));
        }
    }

    static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
