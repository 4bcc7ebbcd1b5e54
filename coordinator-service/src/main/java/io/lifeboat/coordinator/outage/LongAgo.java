package io.lifeboat.coordinator.outage;

import io.lifeboat.contract.outage.Sighting;
import io.lifeboat.coordinator.incident.Incidents;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * What seems to have been told long ago. A topic that is read again from its start must open no incident that is long over; but a
 * clock that was stepped makes the news of a moment ago look just as old, so it is believed while its vantage has not taken it back,
 * with nobody knowing since when.
 */
@ApplicationScoped
class LongAgo {

    private static final Logger LOG = Logger.getLogger(LongAgo.class);

    private final Incidents incidents;

    LongAgo(Incidents incidents) {
        this.incidents = incidents;
    }

    /**
     * Trouble that seems to be old.
     *
     * @param kind suspected or confirmed
     */
    Uni<Void> trouble(String kind, Sighting sighting, Duration since) {
        return incidents.isNewsStill(sighting).chain(news -> {
            if (news) {
                return incidents.trouble(kind, undated(sighting), Duration.ZERO);
            }
            LOG.warnf(
                    "what %s told of %s is %s old and opens nothing: it was taken back since, or is of a region that was left",
                    sighting.vantage(), sighting.application(), since);
            return Uni.createFrom().voidItem();
        });
    }

    private static Sighting undated(Sighting told) {
        return new Sighting(
                told.application(),
                told.planRevision(),
                told.vantage(),
                told.vantageRegion(),
                told.detector(),
                told.bootId(),
                told.sequence(),
                told.region(),
                null,
                told.signals());
    }
}
