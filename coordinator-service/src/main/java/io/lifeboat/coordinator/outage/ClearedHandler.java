package io.lifeboat.coordinator.outage;

import io.lifeboat.contract.outage.OutageCleared;
import io.lifeboat.coordinator.incident.Incidents;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** A vantage sees it up again. Whether the incident is over is for the evidence of all vantages to say. */
@ApplicationScoped
class ClearedHandler {

    private final Incidents incidents;

    ClearedHandler(Incidents incidents) {
        this.incidents = incidents;
    }

    Uni<Void> handle(OutageCleared event, Duration since) {
        return incidents.cleared(event.sighting(), since);
    }
}
