package io.lifeboat.coordinator.incident;

import io.lifeboat.contract.Act;
import io.lifeboat.coordinator.command.Form;
import io.lifeboat.simulator.database.Database;
import io.lifeboat.simulator.database.Table;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables {@code incident}, {@code incident_sighting} and {@code incident_approval}. */
final class SimulatedIncidentRepository extends IncidentRepository {

    private final Database database;
    private final Table<String, IncidentRow> incidents;
    private final Table<Integer, SightingRow> sightings;
    private final Table<String, Map<String, Yes>> approvals;

    private record Yes(Act act, Form form, Instant at) {}

    SimulatedIncidentRepository(Database database) {
        super(null);
        this.database = database;
        this.incidents = database.table("incident");
        this.sightings = database.table("incident_sighting");
        this.approvals = database.table("incident_approval");
    }

    @Override
    Uni<Void> lock(String application) {
        return Uni.createFrom().voidItem();
    }

    @Override
    Uni<Instant> now() {
        return Uni.createFrom().item(database::now);
    }

    @Override
    Uni<Void> flush() {
        return Uni.createFrom().voidItem();
    }

    @Override
    Uni<Optional<IncidentRow>> open(String application) {
        return Uni.createFrom().item(() -> incidents.all().stream()
                .filter(row -> row.closedAt == null && row.application.equals(application))
                .findFirst()
                .map(incidents::managed));
    }

    @Override
    Uni<Optional<Instant>> lastClosedAt(String application) {
        return Uni.createFrom().item(() -> incidents.all().stream()
                .filter(row -> row.closedAt != null && row.application.equals(application))
                .map(row -> row.closedAt)
                .max(Comparator.naturalOrder()));
    }

    @Override
    Uni<Optional<IncidentRow>> latestClosed(String application) {
        return Uni.createFrom().item(() -> incidents.all().stream()
                .filter(row -> row.closedAt != null && row.application.equals(application))
                .max(Comparator.comparing(row -> row.closedAt)));
    }

    @Override
    Uni<Optional<String>> application(String incidentId) {
        return Uni.createFrom().item(() -> incidents.get(incidentId).map(row -> row.application));
    }

    @Override
    Uni<Optional<IncidentRow>> find(String id) {
        return Uni.createFrom().item(() -> incidents.get(id).map(incidents::managed));
    }

    @Override
    Uni<List<String>> waitingFor(Duration undecided, Duration recovering, int most) {
        return Uni.createFrom().item(() -> incidents.all().stream()
                .filter(row -> row.closedAt == null)
                .filter(row -> row.evaluatedAt == null
                        || !row.evaluatedAt.isAfter(database.now()
                                .minus(row.state() instanceof IncidentState.Recovering ? recovering : undecided)))
                .sorted(Comparator.comparing(row -> row.evaluatedAt == null ? Instant.EPOCH : row.evaluatedAt))
                .map(row -> row.application)
                .toList());
    }

    @Override
    Uni<Void> add(IncidentRow row) {
        return change(() -> incidents.add(row.id, row));
    }

    @Override
    Uni<Void> add(SightingRow sighting) {
        return change(() -> sightings.add(sightings.size(), sighting));
    }

    @Override
    Uni<Void> approve(String incidentId, Act act, Form form, Instant now) {
        return change(() -> {
            Map<String, Yes> more =
                    new LinkedHashMap<>(approvals.get(incidentId).orElse(Map.of()));
            more.put(act.who(), new Yes(act, form, now));
            approvals.put(incidentId, more);
        });
    }

    @Override
    Uni<List<Act>> approvals(String incidentId, Form to, Instant since) {
        return Uni.createFrom().item(() -> approvals.get(incidentId).orElse(Map.of()).values().stream()
                .filter(yes -> yes.at().isAfter(since) && (to == Form.PLANNED || yes.form() == Form.UNPLANNED))
                .sorted(Comparator.comparing(Yes::at))
                .map(Yes::act)
                .toList());
    }

    @Override
    Uni<Long> awaitingApproval() {
        return Uni.createFrom().item(0L);
    }

    private static Uni<Void> change(Runnable change) {
        return Uni.createFrom().voidItem().invoke(change);
    }
}
