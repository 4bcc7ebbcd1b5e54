package io.lifeboat.coordinator.incident;

import io.lifeboat.coordinator.execution.IncidentCommander;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Tells the engine who commands an incident. */
@ApplicationScoped
class KnownCommander implements IncidentCommander {

    private final IncidentRepository repository;

    KnownCommander(IncidentRepository repository) {
        this.repository = repository;
    }

    @Override
    public Uni<Optional<String>> of(String incidentId) {
        return repository.find(incidentId).chain(found -> repository.now().map(now -> found.flatMap(
                        incident -> Optional.ofNullable(incident.commander))
                .filter(commander -> commander.commands(now))
                .map(Commander::who)));
    }
}
