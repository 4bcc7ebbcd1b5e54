package io.lifeboat.coordinator.outage;

import io.lifeboat.contract.outage.OutageConfirmed;
import io.lifeboat.coordinator.incident.Incidents;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** A vantage's windows agree. It may come first, for messages of two vantages are in no order, and then opens the incident. */
@ApplicationScoped
class ConfirmedHandler {

    private final Incidents incidents;

    ConfirmedHandler(Incidents incidents) {
        this.incidents = incidents;
    }

    Uni<Void> handle(OutageConfirmed event, Duration since) {
        return incidents.trouble("confirmed", event.sighting(), since);
    }
}
