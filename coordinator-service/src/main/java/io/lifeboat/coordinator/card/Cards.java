package io.lifeboat.coordinator.card;

import io.lifeboat.chassis.transaction.Transactions;
import io.lifeboat.contract.incident.DisasterClass;
import io.lifeboat.coordinator.execution.Execution;
import io.lifeboat.coordinator.execution.ExecutionCatalog;
import io.lifeboat.coordinator.gate.GateDecision;
import io.lifeboat.coordinator.incident.IncidentFacts;
import io.lifeboat.coordinator.incident.IncidentReader;
import io.lifeboat.coordinator.incident.PastIncident;
import io.lifeboat.coordinator.timing.StepTimings;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Reads all that a card needs, in one transaction, so that it is of one moment. */
@ApplicationScoped
class Cards {

    private static final int MOST_SIMILAR = 5;

    private final Transactions transactions;
    private final IncidentReader incidents;
    private final ExecutionCatalog executions;
    private final StepTimings timings;

    Cards(Transactions transactions, IncidentReader incidents, ExecutionCatalog executions, StepTimings timings) {
        this.transactions = transactions;
        this.incidents = incidents;
        this.executions = executions;
        this.timings = timings;
    }

    /** The card of an incident as it is now. */
    Uni<Card> of(String incidentId) {
        return transactions.run(() -> incidents.facts(incidentId).chain(facts -> execution(facts)
                .chain(execution -> timings.of(facts.incident().application()).chain(times -> past(facts)
                        .map(past -> Assembly.of(facts, execution.orElse(null), times, past))))));
    }

    private Uni<Optional<Execution>> execution(IncidentFacts facts) {
        String executionId = facts.incident().executionId();
        return executionId == null ? Uni.createFrom().item(Optional.empty()) : executions.find(executionId);
    }

    /** What nobody can name is like nothing else. */
    private Uni<List<PastIncident>> past(IncidentFacts facts) {
        GateDecision decision = facts.decision();
        DisasterClass taken = decision == null ? facts.incident().disasterClass() : decision.disasterClass();
        return taken == DisasterClass.UNKNOWN
                ? Uni.createFrom().item(List.of())
                : incidents.past(
                        taken, facts.incident().application(), facts.incident().incidentId(), MOST_SIMILAR);
    }
}
