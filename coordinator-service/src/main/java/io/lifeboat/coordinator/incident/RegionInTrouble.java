package io.lifeboat.coordinator.incident;

import io.lifeboat.contract.incident.DisasterClass;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.coordinator.classify.Circumstances;
import io.lifeboat.coordinator.classify.Classification;
import io.lifeboat.coordinator.classify.Classifier;
import io.lifeboat.coordinator.signal.Evidence;

/** Which region an incident is judged by. */
final class RegionInTrouble {

    private RegionInTrouble() {}

    /** The active region is judged, unless all is well there and another one is what the incident is about, or is lost. */
    static Classification classify(IncidentRow incident, Plan plan, Evidence evidence, Circumstances around) {
        Classification active = Classifier.classify(plan, incident.active, incident.active, evidence, around);
        if (active.troubled()) {
            return active;
        }
        return plan.regions().all().stream()
                .filter(other -> !other.equals(incident.active))
                .filter(other -> incident.region == null || incident.region.equals(other))
                .map(other -> Classifier.classify(plan, other, incident.active, evidence, around))
                .filter(other -> incident.region != null || other.disasterClass() == DisasterClass.REGION_OUTAGE)
                .findFirst()
                .orElse(active);
    }

    /** Whether another region that the incident may be about failed when it was last seen, and nobody has looked since. */
    static boolean isElsewhereUnseen(IncidentRow incident, Plan plan, Evidence evidence) {
        return incident.region == null
                && plan.regions().all().stream()
                        .filter(other -> !other.equals(incident.active))
                        .anyMatch(other -> Classifier.failedWhenLastSeen(plan, other, incident.active, evidence));
    }
}
