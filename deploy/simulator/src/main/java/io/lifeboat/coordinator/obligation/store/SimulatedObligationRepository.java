package io.lifeboat.coordinator.obligation.store;

import io.lifeboat.coordinator.obligation.Effort;
import io.lifeboat.coordinator.obligation.Kind;
import io.lifeboat.coordinator.obligation.Obligation;
import io.lifeboat.coordinator.obligation.ObligationState;
import io.lifeboat.coordinator.page.SimulatedPages;
import io.lifeboat.simulator.database.Database;
import io.lifeboat.simulator.database.Table;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The table {@code obligation}. */
public final class SimulatedObligationRepository extends ObligationRepository {

    private final Database database;
    private final Table<String, Row> rows;
    private final Table<String, Long> epochs;

    private record Row(
            Obligation obligation,
            @Nullable Instant nextAt,
            @Nullable Instant pageAt,
            Instant openedAt,
            Instant dueAt,
            @Nullable Instant closedAt) {

        StoredObligation stored() {
            return new StoredObligation(obligation, openedAt, dueAt, closedAt);
        }

        Row paged(@Nullable Instant at) {
            return new Row(obligation, nextAt, at, openedAt, dueAt, closedAt);
        }

        Row become(Obligation next, @Nullable Instant nextAt, Instant now) {
            return next.state() instanceof ObligationState.Closed
                    ? new Row(next, nextAt, null, openedAt, dueAt, now)
                    : new Row(next, nextAt, pageAt, openedAt, dueAt, closedAt);
        }

        /** As {@code least(next_at, page_at)}. */
        Optional<Instant> due() {
            return Stream.of(Optional.ofNullable(nextAt), Optional.ofNullable(pageAt))
                    .flatMap(Optional::stream)
                    .min(Comparator.naturalOrder());
        }
    }

    public SimulatedObligationRepository(Database database) {
        super(null);
        this.database = database;
        this.rows = database.table("obligation");
        this.epochs = database.table("execution_slot");
    }

    /** Every obligation there ever was, the oldest first. */
    public static List<StoredObligation> all(Database database) {
        Table<String, Row> rows = database.table("obligation");
        return rows.all().stream().map(Row::stored).toList();
    }

    /** Whether something is owed. */
    public static boolean anyOpen(Database database) {
        return all(database).stream().anyMatch(stored -> stored.closedAt() == null);
    }

    /**
     * Whether something is owed that executors are to keep, and no person was told that they cannot.
     *
     * @param excused kinds that may wait until they are due
     */
    public static boolean anyWithExecutors(Database database, Set<Kind> excused) {
        return all(database).stream()
                .filter(stored -> !excused.contains(stored.obligation().kind()))
                .anyMatch(stored -> stored.obligation().state() instanceof ObligationState.Open open
                        && !(open.effort() instanceof Effort.ByHand)
                        && !SimulatedPages.owed(database, stored.obligation().id()));
    }

    @Override
    public Uni<Void> add(Obligation obligation, @Nullable Instant next, Instant now, Instant dueAt, Instant pageAt) {
        return change(() -> rows.add(
                obligation.id(),
                new Row(
                        obligation,
                        next,
                        obligation.state() instanceof ObligationState.Closed ? null : pageAt,
                        now,
                        dueAt,
                        obligation.state() instanceof ObligationState.Closed ? now : null)));
    }

    @Override
    public Uni<Optional<Obligation>> lock(String id) {
        return Uni.createFrom().item(() -> rows.get(id).map(Row::obligation));
    }

    @Override
    public Uni<Void> keep(Obligation obligation, @Nullable Instant next, Instant now) {
        return change(() -> rows.put(obligation.id(), row(obligation.id()).become(obligation, next, now)));
    }

    @Override
    public Uni<Void> pageAt(String id, @Nullable Instant at) {
        return change(() -> rows.put(id, row(id).paged(at)));
    }

    @Override
    public Uni<Optional<StoredObligation>> find(String id) {
        return Uni.createFrom().item(() -> rows.get(id).map(Row::stored));
    }

    @Override
    public Uni<List<String>> openOf(String application) {
        return Uni.createFrom().item(() -> open().filter(
                        row -> row.obligation().ref().application().equals(application))
                .map(row -> row.obligation().id())
                .sorted()
                .toList());
    }

    @Override
    public Uni<List<String>> due() {
        return Uni.createFrom().item(() -> open().filter(row ->
                        row.due().filter(at -> !at.isAfter(database.now())).isPresent())
                .sorted(Comparator.comparing((Row row) -> row.due().orElseThrow()))
                .map(row -> row.obligation().id())
                .toList());
    }

    @Override
    public Uni<Optional<StoredObligation>> pageDue(String id, Instant now) {
        return Uni.createFrom().item(() -> rows.get(id)
                .filter(row -> row.closedAt() == null
                        && row.pageAt() != null
                        && !row.pageAt().isAfter(now))
                .map(Row::stored));
    }

    @Override
    public Uni<Long> epoch(String application) {
        return Uni.createFrom().item(() -> epochs.get(application + "/acting").orElseThrow());
    }

    private Stream<Row> open() {
        return rows.all().stream().filter(row -> row.closedAt() == null);
    }

    private Row row(String id) {
        return rows.get(id).orElseThrow();
    }

    private static Uni<Void> change(Runnable change) {
        return Uni.createFrom().voidItem().invoke(change);
    }
}
