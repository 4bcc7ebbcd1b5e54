package io.lifeboat.coordinator.signal;

import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.signal.SignalSnapshot;
import io.lifeboat.simulator.database.Database;
import io.lifeboat.simulator.database.Table;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;

/** The table {@code vantage_view}. */
public final class SimulatedViews extends VantageViews {

    private final Database database;
    private final Table<String, Kept> views;

    private record Kept(SignalSnapshot snapshot, Instant sentAt, Duration clockAhead) {

        boolean isBefore(Kept other) {
            return snapshot.bootId().equals(other.snapshot.bootId())
                    ? snapshot.sequence() < other.snapshot.sequence()
                    : sentAt.isBefore(other.sentAt);
        }
    }

    public SimulatedViews(Database database) {
        super(null);
        this.database = database;
        this.views = database.table("vantage_view");
    }

    @Override
    Uni<Void> keep(SignalSnapshot snapshot, Duration sinceSent, Duration clockAhead) {
        return Uni.createFrom().voidItem().invoke(() -> {
            Kept next = new Kept(snapshot, database.now().minusMillis(sinceSent.toMillis()), clockAhead);
            String key = key(snapshot.application(), snapshot.vantage());
            if (views.get(key).map(kept -> kept.isBefore(next)).orElse(true)) {
                views.put(key, next);
            }
        });
    }

    @Override
    public Uni<Evidence> evidence(Plan plan) {
        return Uni.createFrom()
                .item(() -> new Evidence(plan.vantages().stream()
                        .map(vantage -> views.get(key(plan.application(), vantage.id()))
                                .map(kept -> new View(
                                        vantage.id(),
                                        vantage.region(),
                                        kept.snapshot(),
                                        since(kept),
                                        kept.clockAhead()))
                                .orElseGet(() -> new View(vantage.id(), vantage.region(), null, null)))
                        .toList()));
    }

    private Duration since(Kept kept) {
        Duration since = Duration.between(kept.sentAt(), database.now());
        return Duration.ofMillis(Math.max(0, since.toMillis()));
    }

    private static String key(String application, String vantage) {
        return application + "/" + vantage;
    }
}
