package io.lifeboat.coordinator.incident;

import io.lifeboat.chassis.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** Runs what people say on one incident at a time, each in a transaction of its own. */
final class LockedIncidents {

    private final Transactions transactions;
    private final IncidentRepository repository;

    LockedIncidents(Transactions transactions, IncidentRepository repository) {
        this.transactions = transactions;
        this.repository = repository;
    }

    /** One verb on a locked incident at a time of PostgreSQL's. */
    @FunctionalInterface
    interface Verb {
        Uni<Void> apply(IncidentRow incident, Instant now);
    }

    /** Fails with a problem where there is no such incident. */
    Uni<Void> on(String incidentId, Verb verb) {
        return transactions.run(() -> repository
                .application(incidentId)
                .map(application -> application.orElseThrow(() -> Verbs.notFound(incidentId)))
                .chain(repository::lock)
                .chain(() -> repository.find(incidentId))
                .chain(incident -> repository.now().chain(now -> verb.apply(incident.orElseThrow(), now))));
    }
}
