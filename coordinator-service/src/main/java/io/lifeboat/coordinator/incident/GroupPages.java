package io.lifeboat.coordinator.incident;

import io.lifeboat.coordinator.page.Pages;
import io.lifeboat.coordinator.wave.Place;
import io.lifeboat.coordinator.wave.RegionEvents;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;

/** Pages for what concerns all that lost a region: hundreds of them at three in the morning would hide the one that matters. */
@ApplicationScoped
class GroupPages {

    private final Pages pages;
    private final RegionEvents events;

    GroupPages(Pages pages, RegionEvents events) {
        this.pages = pages;
        this.events = events;
    }

    /** Asks for all of them at once; the single question is moot. */
    Uni<Void> ask(IncidentRow incident, Place place) {
        String event = Objects.requireNonNull(incident.regionEvent);
        return pages.answered(incident.id + "/approval")
                .chain(() -> pages.ask(
                        event + "/approval",
                        incident.application,
                        event,
                        "%d applications lost %s and wait for people: GET /region-events/%s shows them, POST /region-events/%s/approve says yes to all that may go"
                                .formatted(place.applications(), incident.active, event, event)));
    }

    /** So many failed that no other is begun. */
    Uni<Void> failed(IncidentRow incident, String reason) {
        String event = Objects.requireNonNull(incident.regionEvent);
        return pages.ask(
                event + "/failures",
                incident.application,
                event,
                "the applications that lost %s: %s".formatted(incident.active, reason.replace("{id}", event)));
    }

    /** An incident asks no more; the common question is moot once none does. */
    Uni<Void> asksNoMore(IncidentRow incident) {
        String event = incident.regionEvent;
        return event == null
                ? Uni.createFrom().voidItem()
                : events.othersAsking(event, incident.id)
                        .chain(others -> others == 0
                                ? pages.answered(event + "/approval")
                                : Uni.createFrom().voidItem());
    }
}
