package io.lifeboat.coordinator.outage;

import io.lifeboat.contract.outage.OutageSuspected;
import io.lifeboat.coordinator.incident.Incidents;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** A first look failed: the earliest that is known of a disaster, so the incident and its clock begin here. */
@ApplicationScoped
class SuspectedHandler {

    private final Incidents incidents;

    SuspectedHandler(Incidents incidents) {
        this.incidents = incidents;
    }

    Uni<Void> handle(OutageSuspected event, Duration since) {
        return incidents.trouble("suspected", event.sighting(), since);
    }
}
