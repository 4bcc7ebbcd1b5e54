package io.lifeboat.sandbox.customer;

import io.lifeboat.sandbox.customer.CustomersRecord.OfKind;
import io.lifeboat.sandbox.customer.CustomersRecord.Seconds;
import io.lifeboat.sandbox.customer.CustomersRecord.Times;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Adds up what the customers wrote down, and compares it with the database that serves now. */
public final class Reckoning {

    /** A customer that misses fewer turns than this in a row has had no outage. */
    private static final Duration LEAST_GAP = Duration.ofSeconds(3);

    private final Customers customers;
    private final SurvivingOrders surviving;
    private final InstantSource clock;
    private volatile @Nullable Instant faultBegan;

    /** Reads every order from the database that serves now. */
    @FunctionalInterface
    public interface SurvivingOrders {
        Set<UUID> read() throws SQLException;
    }

    public Reckoning(Customers customers, SurvivingOrders surviving, InstantSource clock) {
        this.customers = customers;
        this.surviving = surviving;
        this.clock = clock;
    }

    /** The operator breaks something now; the first time since the customers began counts. */
    public void faultBegins() {
        var known = faultBegan;
        var began = customers.orderingBegan();
        if (known == null || (began.isPresent() && known.isBefore(began.get()))) {
            faultBegan = clock.instant();
        }
    }

    /** The record as it stands; reads the database and may take seconds. */
    public CustomersRecord read() {
        var now = customers.until();
        var groups = customers.groups();
        var confirmed = groups.stream()
                .flatMap(group -> group.customers().stream())
                .flatMap(customer -> customer.book().confirmed().stream())
                .toList();
        var kinds = groups.stream().map(group -> ofKind(group, now)).toList();
        var everyone = Recovery.of(groups.stream()
                .flatMap(group ->
                        parts(group, now, group.kind().share() / group.kind().customers()))
                .toList());
        var all = new Times(
                CustomersRecord.text(everyone.first()),
                CustomersRecord.text(everyone.p99()),
                CustomersRecord.text(everyone.last()),
                Seconds.since(faultBegan, everyone));
        try {
            var loss = loss(confirmed, now);
            return new CustomersRecord(
                    customers.running(),
                    CustomersRecord.text(faultBegan),
                    kinds,
                    all,
                    loss.lostOrders(),
                    CustomersRecord.seconds(loss.loss()),
                    CustomersRecord.text(loss.firstLost()),
                    CustomersRecord.text(loss.lastLost()),
                    null);
        } catch (SQLException unreadable) {
            return new CustomersRecord(
                    customers.running(),
                    CustomersRecord.text(faultBegan),
                    kinds,
                    all,
                    null,
                    null,
                    null,
                    null,
                    "The database could not be read: " + unreadable.getMessage());
        }
    }

    private Loss loss(Collection<Confirmed> confirmed, Instant now) throws SQLException {
        return Loss.of(confirmed, surviving.read(), customers.orderingBegan().orElse(now));
    }

    private OfKind ofKind(Customers.Group group, Instant now) {
        var books = group.customers().stream().map(Customer::book).toList();
        var recovery = Recovery.of(parts(group, now, 1).toList());
        var recent = books.stream().map(book -> book.recent(now)).toList();
        return new OfKind(
                group.kind().name(),
                group.kind().share(),
                books.size(),
                books.stream().mapToLong(book -> book.attempts().size()).sum(),
                books.stream().mapToLong(book -> book.confirmed().size()).sum(),
                CustomersRecord.text(lastBefore(group, now)),
                CustomersRecord.text(recovery.first()),
                CustomersRecord.text(recovery.p99()),
                CustomersRecord.text(recovery.last()),
                gapSeconds(group, now),
                Seconds.since(faultBegan, recovery),
                recent.stream().mapToInt(OrderBook.Recent::attempted).sum(),
                recent.stream().mapToInt(OrderBook.Recent::confirmed).sum());
    }

    private static Stream<Gap> gaps(Customers.Group group, Instant now) {
        return group.customers().stream().map(customer -> gap(customer, now)).flatMap(Optional::stream);
    }

    private static Optional<Gap> gap(Customer customer, Instant now) {
        return Gap.longest(customer.book().attempts(), now, LEAST_GAP);
    }

    private static Stream<Recovery.Part> parts(Customers.Group group, Instant now, double weight) {
        return gaps(group, now).map(gap -> new Recovery.Part(gap.servedAgain(), weight));
    }

    private static @Nullable Instant lastBefore(Customers.Group group, Instant now) {
        return gaps(group, now)
                .map(Gap::lastBefore)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Each customer's own gap, so counted from its own last confirmation. */
    private static Seconds gapSeconds(Customers.Group group, Instant now) {
        var lengths = gaps(group, now)
                .map(gap -> new Recovery.Part(
                        gap.servedAgain() == null
                                ? null
                                : Instant.EPOCH.plus(Duration.between(gap.lastBefore(), gap.servedAgain())),
                        1))
                .toList();
        return Seconds.since(Instant.EPOCH, Recovery.of(lengths));
    }
}
