package io.lifeboat.coordinator.incident;

import io.lifeboat.simulator.database.Database;
import io.lifeboat.simulator.database.Table;
import io.smallrye.mutiny.Uni;
import java.util.LinkedHashMap;
import java.util.Map;

/** The table {@code incident_entrance}. */
final class SimulatedEntrances extends EntranceRepository {

    private final Table<EntranceRow.Key, EntranceRow> rows;

    SimulatedEntrances(Database database) {
        super(null);
        this.rows = database.table("incident_entrance");
    }

    @Override
    Uni<Map<EntranceRow.Key, EntranceRow>> of(String incidentId) {
        return Uni.createFrom().item(() -> {
            Map<EntranceRow.Key, EntranceRow> found = new LinkedHashMap<>();
            rows.all().stream()
                    .filter(row -> row.key.incidentId().equals(incidentId))
                    .forEach(row -> found.put(row.key, rows.managed(row)));
            return found;
        });
    }

    @Override
    Uni<Void> add(EntranceRow row) {
        return Uni.createFrom().voidItem().invoke(() -> rows.put(row.key, row));
    }

    @Override
    Uni<Void> remove(EntranceRow row) {
        return Uni.createFrom().voidItem().invoke(() -> rows.remove(row.key));
    }
}
