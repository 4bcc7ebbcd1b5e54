package io.lifeboat.audit.report;

import io.lifeboat.audit.ledger.Ledger;
import io.lifeboat.audit.ledger.LedgerEntry;
import io.lifeboat.audit.ledger.Reading;
import io.lifeboat.audit.timing.RecoveryReport;
import io.lifeboat.audit.timing.Told;
import io.lifeboat.chassis.problem.ProblemException;
import io.lifeboat.contract.envelope.MessageType;
import io.lifeboat.contract.incident.IncidentOpened;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.PlanRevision;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** Reports made from the ledger alone, each time anew. */
@ApplicationScoped
public class Recoveries {

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final Ledger ledger;

    @Inject
    public Recoveries(Ledger ledger) {
        this.ledger = ledger;
    }

    /** An incident's report; fails with 404 when the ledger does not hold its opening, 409 when it lacks its plan. */
    public Uni<RecoveryReport> report(String incidentId) {
        return ledger.ofIncident(incidentId).map(Reading::told).chain(told -> {
            IncidentOpened opened = opened(told).orElseThrow(() -> unknown(incidentId));
            return plan(opened).map(plan -> RecoveryReport.of(told, plan));
        });
    }

    /** The ids of an application's incidents, oldest first. */
    public Uni<List<String>> incidents(String application) {
        return ledger.ofTypes(application, EnumSet.of(MessageType.INCIDENT_OPENED))
                .map(entries -> entries.stream()
                        .flatMap(entry -> Optional.ofNullable(entry.incidentId()).stream())
                        .distinct()
                        .toList());
    }

    /** The problem of an incident nobody told of. */
    static ProblemException unknown(String incidentId) {
        return new ProblemException(
                NOT_FOUND,
                "No such incident",
                "the ledger holds nothing of incident " + incidentId,
                "incidentId",
                "take an id from the coordinator's GET /incidents");
    }

    private Uni<Plan> plan(IncidentOpened opened) {
        return ledger.ofTypes(opened.application(), EnumSet.of(MessageType.PLAN))
                .map(entries -> plan(entries, opened.planRevision())
                        .orElseThrow(() -> new ProblemException(
                                CONFLICT,
                                "The plan is missing",
                                "revision %d of %s's plan is not in the ledger"
                                        .formatted(opened.planRevision(), opened.application()),
                                null,
                                "ask again when the topic plans was read")));
    }

    private static Optional<Plan> plan(List<LedgerEntry> entries, int revision) {
        return Reading.told(entries).stream()
                .map(told -> (PlanRevision) told.message())
                .filter(message -> message.revision() == revision)
                .flatMap(message -> Optional.ofNullable(message.plan()).stream())
                .findFirst();
    }

    private static Optional<IncidentOpened> opened(List<Told> all) {
        return all.stream()
                .flatMap(told -> told.message() instanceof IncidentOpened opened
                        ? Optional.of(opened).stream()
                        : Optional.<IncidentOpened>empty().stream())
                .findFirst();
    }
}
