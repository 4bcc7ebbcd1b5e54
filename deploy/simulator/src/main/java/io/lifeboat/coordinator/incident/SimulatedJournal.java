package io.lifeboat.coordinator.incident;

import io.lifeboat.coordinator.gate.GateDecision;
import io.lifeboat.coordinator.signal.Evidence;
import io.lifeboat.simulator.database.Database;
import io.lifeboat.simulator.database.Table;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The table {@code gate_journal}, of which only the latest entry of each incident is kept. */
final class SimulatedJournal extends GateJournal {

    private final Table<String, Row> latest;

    /** A row that keeps its decision as it is. */
    static final class Row extends GateJournalRow {

        private final GateDecision decision;

        Row(GateDecision decision) {
            this.decision = decision;
        }

        @Override
        GateDecision first() {
            return decision;
        }

        @Override
        GateDecision last() {
            return decision;
        }
    }

    SimulatedJournal(Database database) {
        super(null);
        this.latest = database.table("gate_journal");
    }

    @Override
    Uni<Entry> add(String incidentId, long evaluation, GateDecision decision, Evidence evidence, Instant now) {
        return Uni.createFrom().item(() -> {
            Optional<GateDecision> before = latest.get(incidentId).map(Row::last);
            latest.put(incidentId, new Row(decision));
            if (before.isPresent() && before.get().saysTheSameAs(decision)) {
                return Entry.REPEAT;
            }
            return before.isPresent() && before.get().sameVerdictsAs(decision) ? Entry.DETAIL : Entry.TURN;
        });
    }

    @Override
    Uni<Optional<GateJournalRow>> latest(String incidentId) {
        return Uni.createFrom().item(() -> latest.get(incidentId).map(GateJournalRow.class::cast));
    }

    @Override
    Uni<List<GateJournalRow>> of(String incidentId) {
        return latest(incidentId).map(row -> row.stream().toList());
    }
}
