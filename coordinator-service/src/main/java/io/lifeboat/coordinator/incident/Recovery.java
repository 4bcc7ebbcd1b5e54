package io.lifeboat.coordinator.incident;

import io.lifeboat.chassis.outbox.Outbox;
import io.lifeboat.contract.Act;
import io.lifeboat.contract.incident.IncidentClosed;
import io.lifeboat.coordinator.classify.Classifier;
import io.lifeboat.coordinator.command.Form;
import io.lifeboat.coordinator.execution.ExecutionCatalog;
import io.lifeboat.coordinator.execution.ExecutionHolds;
import io.lifeboat.coordinator.execution.ExecutionSummary;
import io.lifeboat.coordinator.incident.IncidentState.Recovering;
import io.lifeboat.coordinator.page.Pages;
import io.lifeboat.coordinator.signal.Evidence;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/**
 * What becomes of an incident while its execution runs: a region that comes back, and the loss of the one gone to, are told to the execution, every kind of
 * customer that is served again is told to all, and when both are done the incident closes.
 */
@ApplicationScoped
class Recovery {

    private final IncidentRepository incidents;
    private final ExecutionCatalog executions;
    private final ExecutionHolds holds;
    private final OtherSideWatch otherSide;
    private final EntranceRepository entrances;
    private final Pages pages;
    private final Outbox outbox;

    Recovery(
            IncidentRepository incidents,
            ExecutionCatalog executions,
            ExecutionHolds holds,
            OtherSideWatch otherSide,
            EntranceRepository entrances,
            Pages pages,
            Outbox outbox) {
        this.incidents = incidents;
        this.executions = executions;
        this.holds = holds;
        this.otherSide = otherSide;
        this.entrances = entrances;
        this.pages = pages;
        this.outbox = outbox;
    }

    /** Times the outage before an execution is opened; who is served again by then has had another, shorter one. */
    Uni<Void> timeOutage(Moment moment) {
        return entrances.of(moment.incident().id).chain(known -> {
            Uni<Void> noted = noteOutage(moment, known);
            for (Entrance.Look look : Entrance.looks(outside(moment))) {
                EntranceRow row = known.get(key(moment, look));
                if (look.up() && row != null) {
                    noted = noted.chain(() -> entrances.remove(row));
                }
            }
            return noted;
        });
    }

    /** Looks at an incident whose execution was opened. */
    Uni<Void> follow(Moment moment, Recovering state) {
        IncidentRow incident = moment.incident();
        return executions.ofIncident(incident.id).chain(all -> {
            ExecutionSummary execution = all.stream()
                    .filter(summary -> summary.executionId().equals(state.executionId()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(
                            "incident " + incident.id + " has lost its execution " + state.executionId()));
            return switch (execution.phase()) {
                case RUNNING, PAUSED ->
                    tellCleared(moment)
                            .chain(() -> otherSide.look(moment, Optional.of(execution)))
                            .chain(() -> serving(moment, state));
                case ABORTING -> serving(moment, state);
                case ABORTED -> ended(moment, state, execution);
                case COMPLETED -> serving(moment, state).chain(() -> closeWhenServed(moment, state));
            };
        });
    }

    /** After an abort a person decides what follows; after a supersession one has, and the gate is asked with their word. */
    private Uni<Void> ended(Moment moment, Recovering state, ExecutionSummary execution) {
        IncidentRow incident = moment.incident();
        Act act = execution.supersededBy();
        if (act == null) {
            incident.become(
                    state.hold(new Act("execution " + state.executionId(), "it was aborted; approve to start another")),
                    moment.now());
            return Uni.createFrom().voidItem();
        }
        incident.become(state.goOn(), moment.now());
        return incidents.approve(incident.id, act, Form.UNPLANNED, moment.now());
    }

    /** The region that was left is in order again, from a quorum of vantages; what that means the execution knows. */
    private Uni<Void> tellCleared(Moment moment) {
        String left = moment.incident().active;
        boolean cleared = Classifier.classify(moment.plan(), left, left, moment.evidence())
                .clearByQuorum();
        return cleared
                ? holds.onCleared(moment.incident().id)
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> serving(Moment moment, Recovering state) {
        return entrances.of(moment.incident().id).chain(known -> noteOutage(moment, known)
                .chain(() -> announce(moment, state, known)));
    }

    private Uni<Void> noteOutage(Moment moment, Map<EntranceRow.Key, EntranceRow> known) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (Entrance.Look look : Entrance.looks(outside(moment))) {
            if (!look.down()) {
                continue;
            }
            EntranceRow row = known.get(key(moment, look));
            if (row == null) {
                EntranceRow first = new EntranceRow();
                first.key = key(moment, look);
                first.lastGoodAt = look.lastGoodAt().orElse(null);
                all = all.chain(() -> entrances.add(first));
            } else if (!row.servedAgain && row.lastGoodAt == null) {
                row.lastGoodAt = look.lastGoodAt().orElse(null);
            }
        }
        return all;
    }

    private Uni<Void> announce(Moment moment, Recovering state, Map<EntranceRow.Key, EntranceRow> known) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (Entrance.Look look : Entrance.looks(outside(moment))) {
            EntranceRow row = known.get(key(moment, look));
            if (look.up() && row != null && !row.servedAgain) {
                row.servedAgain = true;
                all = all.chain(() -> outbox.add(
                        Entrance.servingAgain(
                                moment.incident(), state.executionId(), moment.plan(), look, row.lastGoodAt),
                        moment.incident().application));
            }
        }
        return all;
    }

    private Uni<Void> closeWhenServed(Moment moment, Recovering state) {
        IncidentRow incident = moment.incident();
        if (!Entrance.servedByQuorum(moment.plan(), outside(moment))) {
            return Uni.createFrom().voidItem();
        }
        incident.become(state.close("recovered", null), moment.now());
        return pages.answeredAll(incident.id)
                .chain(() -> outbox.add(
                        new IncidentClosed(incident.id, incident.application, "recovered", null),
                        incident.application));
    }

    /** A vantage inside the region left went without service because of where it stands, and may be silent for good. */
    private static Evidence outside(Moment moment) {
        return moment.evidence().counting(moment.incident().active, null);
    }

    private static EntranceRow.Key key(Moment moment, Entrance.Look look) {
        return new EntranceRow.Key(
                moment.incident().id, look.signal().watch(), look.view().vantage());
    }
}
