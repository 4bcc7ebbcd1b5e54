package io.lifeboat.coordinator.health;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.simulator.database.Database;
import io.lifeboat.simulator.database.Table;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The table {@code health_event}. */
public final class SimulatedHealthNotices extends HealthNotices {

    private final Database database;
    private final Table<String, Row> rows;

    private record Row(HealthEvent event, Instant toldAt) {}

    public SimulatedHealthNotices(Database database) {
        super(null);
        this.database = database;
        this.rows = database.table("health_event");
    }

    /** Takes an event as EventBridge sends it. */
    public Uni<Void> take(JsonNode body) {
        return keep(HealthEvent.read(body));
    }

    @Override
    Uni<Void> keep(HealthEvent event) {
        return Uni.createFrom().voidItem().invoke(() -> {
            Row kept = rows.get(event.arn()).orElse(null);
            boolean told = kept != null && kept.event().status().equals(event.status());
            rows.put(event.arn(), new Row(event, told ? kept.toldAt() : database.now()));
        });
    }

    @Override
    public Uni<List<HealthNotice>> open(List<String> regions) {
        return Uni.createFrom().item(() -> rows.all().stream()
                .filter(row -> row.event().countsForNothing().isEmpty()
                        && regions.contains(row.event().region()))
                .map(row -> new HealthNotice(
                        row.event().region(),
                        row.event().service(),
                        row.event().type(),
                        Duration.between(row.toldAt(), database.now())))
                .toList());
    }
}
