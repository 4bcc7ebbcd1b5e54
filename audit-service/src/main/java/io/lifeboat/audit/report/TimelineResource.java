package io.lifeboat.audit.report;

import io.lifeboat.audit.ledger.Ledger;
import io.lifeboat.contract.envelope.MessageType;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.EnumSet;

/** Timelines over REST. */
@Path("/timelines/{incidentId}")
public class TimelineResource {

    private final Ledger ledger;

    @Inject
    public TimelineResource(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Everything said of an incident, and the outage events around it. */
    @GET
    public Uni<TimelineView> timeline(@PathParam("incidentId") String incidentId) {
        return ledger.ofIncident(incidentId).chain(own -> {
            if (own.isEmpty()) {
                throw Recoveries.unknown(incidentId);
            }
            return ledger.ofTypes(
                            own.getFirst().application(),
                            EnumSet.of(
                                    MessageType.OUTAGE_SUSPECTED,
                                    MessageType.OUTAGE_CONFIRMED,
                                    MessageType.OUTAGE_CLEARED))
                    .map(outages -> TimelineView.of(incidentId, own, outages));
        });
    }
}
