package io.lifeboat.coordinator.incident;

import io.lifeboat.coordinator.classify.Flapping;
import io.lifeboat.simulator.database.Database;
import io.lifeboat.simulator.database.Table;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** The table {@code steadiness}. */
final class SimulatedSteadiness extends Steadiness {

    private final Table<String, Flapping> rows;

    SimulatedSteadiness(Database database) {
        super(null);
        this.rows = database.table("steadiness");
    }

    @Override
    Uni<Flapping> of(String application, String region, Instant now) {
        return Uni.createFrom().item(() -> rows.get(application + "@" + region)
                .orElseGet(() -> Flapping.none(now))
                .steadyUntil(now));
    }

    @Override
    Uni<Void> keep(String application, String region, Flapping flapping) {
        return Uni.createFrom().voidItem().invoke(() -> rows.put(application + "@" + region, flapping));
    }
}
