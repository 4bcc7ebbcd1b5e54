package io.lifeboat.coordinator.deploy;

import io.lifeboat.simulator.database.Database;
import io.lifeboat.simulator.database.Table;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** The table {@code deploy_marker}. */
public final class SimulatedDeploys extends Deploys {

    private final Database database;
    private final Table<Integer, Row> rows;

    private record Row(
            String application, String what, String version, List<String> regions, String who, Instant markedAt) {}

    public SimulatedDeploys(Database database) {
        super(null);
        this.database = database;
        this.rows = database.table("deploy_marker");
    }

    @Override
    public Uni<Void> mark(String application, String what, String version, List<String> regions, String who) {
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> rows.add(rows.size(), new Row(application, what, version, regions, who, database.now())));
    }

    @Override
    public Uni<List<DeployMarker>> lately(String application, Duration within) {
        return Uni.createFrom().item(() -> rows.all().stream()
                .filter(row -> row.application().equals(application))
                .map(this::marker)
                .filter(marker -> marker.age().compareTo(within) <= 0)
                .sorted(Comparator.comparing(DeployMarker::age))
                .toList());
    }

    private DeployMarker marker(Row row) {
        return new DeployMarker(
                row.what(), row.version(), row.regions(), row.who(), Duration.between(row.markedAt(), database.now()));
    }
}
