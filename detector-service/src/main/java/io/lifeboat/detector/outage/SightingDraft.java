package io.lifeboat.detector.outage;

import io.lifeboat.contract.outage.OutageCleared;
import io.lifeboat.contract.outage.OutageConfirmed;
import io.lifeboat.contract.outage.OutageSuspected;
import io.lifeboat.contract.outage.Sighting;
import io.lifeboat.detector.dispatch.Draft;
import io.lifeboat.detector.signal.Standpoint;
import io.lifeboat.detector.time.Moment;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A transition, ready to be told.
 *
 * @param id the message's id
 * @param application the application
 * @param planRevision the revision the watches are of
 * @param standpoint who saw it
 * @param sequence its number
 * @param region the scope: a region, or null for the entrance and what else belongs to no region
 * @param became what the outage became
 * @param faultFrom when the latest good look before the fault had ended; empty when there was none
 * @param evidence what was seen
 */
public record SightingDraft(
        String id,
        String application,
        int planRevision,
        Standpoint standpoint,
        long sequence,
        @Nullable String region,
        Outage became,
        Optional<Moment> faultFrom,
        Evidence evidence)
        implements Draft {

    @Override
    public Record at(Moment now, Instant sentAt) {
        Sighting sighting = new Sighting(
                application,
                planRevision,
                standpoint.vantage(),
                standpoint.region(),
                standpoint.detector(),
                standpoint.bootId(),
                sequence,
                region,
                faultFrom.map(now::since).orElse(null),
                evidence.judgements().stream()
                        .map(judgement -> judgement.at(now, evidence.view()))
                        .toList());
        return switch (became) {
            case Outage.Suspected suspected -> new OutageSuspected(sighting);
            case Outage.Confirmed confirmed -> new OutageConfirmed(sighting);
            case Outage.Clear clear -> new OutageCleared(sighting);
        };
    }
}
