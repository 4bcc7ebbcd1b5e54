package io.lifeboat.coordinator.incident;

import io.lifeboat.contract.envelope.Json;
import io.lifeboat.contract.incident.CheckResult;
import io.lifeboat.contract.incident.DisasterClass;
import io.lifeboat.contract.incident.GateOutcome;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.PlanRevision;
import io.lifeboat.coordinator.classify.Classification;
import io.lifeboat.coordinator.gate.GateDecision;
import io.lifeboat.coordinator.wave.Member;
import io.lifeboat.coordinator.wave.Place;
import io.lifeboat.coordinator.wave.RegionEvents;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.stream.Collectors;

/** An incident among those that the loss of the same region opened. */
@ApplicationScoped
class Membership {

    private final RegionEvents events;
    private final IncidentRepository incidents;

    Membership(RegionEvents events, IncidentRepository incidents) {
        this.events = events;
        this.incidents = incidents;
    }

    /** Joins the region's event once a quorum agrees that the region is lost; then where it stands, as of a moment ago. */
    Uni<Place> join(IncidentRow incident, Plan plan, Classification classification) {
        incident.rank(plan);
        boolean lost = classification.agreed()
                && classification.disasterClass() == DisasterClass.REGION_OUTAGE
                && classification.region().equals(incident.active);
        Uni<Void> joined = lost && incident.regionEvent == null
                ? events.join(classification.region())
                        .invoke(event -> incident.regionEvent = event)
                        // The place is asked for by SQL.
                        .chain(incidents::flush)
                : Uni.createFrom().voidItem();
        Member self = Member.joining(incident.application, incident.id, incident.priority, plan.dependsOn());
        return joined.chain(() -> events.placeLately(incident.regionEvent, self));
    }

    /** Where it stands now, for opening an execution. */
    Uni<Place> place(IncidentRow incident) {
        return events.place(incident.regionEvent, incident.application);
    }

    /** What a yes was said to: it grows old from when the plan, the class or the questions become others. */
    private static String asked(PlanRevision revision, GateDecision decision) {
        String checks = decision.checks().stream()
                .filter(check -> check.verdict() == CheckResult.Verdict.ASK)
                .map(CheckResult::check)
                .collect(Collectors.joining(","));
        return "%s %s %s".formatted(revision.hash(), decision.disasterClass(), checks);
    }

    /** Keeps what the others need to know of its decision. */
    static void note(IncidentRow incident, PlanRevision revision, GateDecision decision, Instant now) {
        boolean queued = decision.outcome() == GateOutcome.HOLD && decision.own() == GateOutcome.PROCEED;
        String asked = queued ? asked(revision, decision) : null;
        boolean same = asked != null && asked.equals(incident.queuedFor);
        incident.queuedSince = !queued ? null : same ? incident.queuedSince : now;
        incident.queuedFor = asked;
        incident.gateSays = Json.mapper().convertValue(decision.own(), String.class);
        incident.gateBecause = decision.decisive().map(CheckResult::reason).orElse(null);
    }
}
