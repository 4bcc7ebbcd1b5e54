package io.lifeboat.coordinator.incident;

import io.lifeboat.chassis.outbox.Outbox;
import io.lifeboat.contract.incident.GateEvaluated;
import io.lifeboat.contract.incident.IncidentClosed;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.coordinator.classify.Classification;
import io.lifeboat.coordinator.classify.Classifier;
import io.lifeboat.coordinator.execution.ExecutionCatalog;
import io.lifeboat.coordinator.execution.ExecutionSummary;
import io.lifeboat.coordinator.gate.Gate;
import io.lifeboat.coordinator.gate.GateDecision;
import io.lifeboat.coordinator.gate.GateInput;
import io.lifeboat.coordinator.incident.IncidentState.Held;
import io.lifeboat.coordinator.incident.IncidentState.Undecided;
import io.lifeboat.coordinator.loss.Exposure;
import io.lifeboat.coordinator.page.Pages;
import io.lifeboat.coordinator.signal.Evidence;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** What becomes of an incident as long as no execution runs: the gate is asked and its answer journaled. */
@ApplicationScoped
class Decision {

    private final IncidentRepository incidents;
    private final GateJournal journal;
    private final GateMeters meters;
    private final ExecutionCatalog executions;
    private final Consequence consequence;
    private final Pages pages;
    private final Outbox outbox;
    private final boolean stopped;
    private final Duration clearFor;

    Decision(
            IncidentRepository incidents,
            GateJournal journal,
            GateMeters meters,
            ExecutionCatalog executions,
            Consequence consequence,
            Pages pages,
            Outbox outbox,
            @ConfigProperty(name = "lifeboat.automation.stopped", defaultValue = "false") boolean stopped,
            @ConfigProperty(name = "lifeboat.incident.clear-for", defaultValue = "10s") Duration clearFor) {
        this.incidents = incidents;
        this.journal = journal;
        this.meters = meters;
        this.executions = executions;
        this.consequence = consequence;
        this.pages = pages;
        this.outbox = outbox;
        this.stopped = stopped;
        this.clearFor = clearFor;
    }

    /** Asks the gate, journals what it said, and has it carried out; or closes the incident when all is well again. */
    Uni<Void> take(Moment moment, Undecided state) {
        IncidentRow incident = moment.incident();
        Evidence evidence = moment.evidence();
        Plan plan = moment.plan();
        incident.planRevision = moment.revision().revision();
        evidence.writer().ifPresent(writer -> incident.active = writer);
        Classification classification = classification(incident, plan, evidence);
        if (cleared(incident, plan, classification, evidence, moment.now())) {
            return close(incident, state, moment.now());
        }
        Evidence counting = evidence.counting(classification.region(), classification.agreedFor());
        String to = to(plan, incident.active);
        Exposure exposure = exposure(incident, counting, to, moment.now());
        Instant answersCount = answersCountSince(incident, plan, moment.now());
        return executions
                .open(incident.application)
                .chain(open -> incidents
                        .approvals(incident.id, answersCount)
                        .map(approvals -> new GateInput(
                                plan,
                                stopped,
                                incident.active,
                                to,
                                counting,
                                classification,
                                incident.declared(),
                                incident.declaredClass(),
                                exposure,
                                open.map(ExecutionSummary::executionId).orElse(null),
                                approvals,
                                state instanceof Held held ? held.by() : null,
                                moment.data())))
                .chain(input -> {
                    GateDecision decision = meters.timed(() -> Gate.evaluate(input));
                    return journal(moment, decision).chain(() -> consequence.of(decision, moment, state, input));
                });
    }

    /** The active region is judged, unless all is well there and the incident is about another one. */
    static Classification classification(IncidentRow incident, Plan plan, Evidence evidence) {
        Classification active = Classifier.classify(plan, incident.active, incident.active, evidence);
        String other = incident.region;
        boolean elsewhere = other != null
                && !other.equals(incident.active)
                && plan.regions().all().contains(other);
        return elsewhere && !active.troubled() ? Classifier.classify(plan, other, incident.active, evidence) : active;
    }

    /** Every vantage has seen it in order for a while, and nobody declared otherwise; a class that two people gave is none of that. */
    private boolean cleared(
            IncidentRow incident, Plan plan, Classification classification, Evidence evidence, Instant now) {
        boolean clear = DamageMemory.mayClear(incident)
                && (incident.declared() == null || DamageMemory.wasLifted(incident))
                && classification.clear()
                && Classifier.classify(plan, incident.active, incident.active, evidence)
                        .clear();
        if (!clear) {
            incident.clearSince = null;
            return false;
        }
        incident.clearSince = incident.clearSince == null ? now : incident.clearSince;
        return Duration.between(incident.clearSince, now).compareTo(clearFor) >= 0;
    }

    private Uni<Void> close(IncidentRow incident, Undecided state, Instant now) {
        incident.become(state.close("cleared", null), now);
        return pages.answeredAll(incident.id)
                .chain(() -> outbox.add(
                        new IncidentClosed(incident.id, incident.application, "cleared", null), incident.application));
    }

    /** While writes stay stopped, the tightest upper end seen so far holds. */
    private static @Nullable Exposure exposure(
            IncidentRow incident, Evidence evidence, @Nullable String to, Instant now) {
        Optional<Exposure> current = evidence.exposure(to);
        Optional<Exposure> kept = evidence.writesStoppedFor().isPresent() ? incident.exposure(now) : Optional.empty();
        Exposure tightest = current.map(exposure -> kept.map(exposure::tighter).orElse(exposure))
                .or(() -> kept)
                .orElse(null);
        incident.exposure(tightest, now);
        return tightest;
    }

    /** An answer counts for as long as the plan says, and not when somebody held the incident after it. */
    static Instant answersCountSince(IncidentRow incident, Plan plan, Instant now) {
        Instant expired = now.minus(plan.gate().approvals().within());
        return incident.heldAt != null && incident.heldAt.isAfter(expired) ? incident.heldAt : expired;
    }

    static @Nullable String to(Plan plan, String active) {
        return plan.regions().all().stream()
                .filter(region -> !region.equals(active))
                .findFirst()
                .orElse(null);
    }

    private Uni<Void> journal(Moment moment, GateDecision decision) {
        IncidentRow incident = moment.incident();
        long evaluation = ++incident.evaluations;
        return journal.add(incident.id, evaluation, decision, moment.evidence(), moment.now())
                .chain(entry -> {
                    if (entry != GateJournal.Entry.TURN) {
                        return Uni.createFrom().voidItem();
                    }
                    meters.decided(decision);
                    incident.disasterClass = decision.disasterClass().name();
                    return outbox.add(
                            new GateEvaluated(
                                    incident.id,
                                    incident.application,
                                    evaluation,
                                    decision.disasterClass(),
                                    decision.outcome(),
                                    decision.checks(),
                                    decision.agreedFor(),
                                    decision.exposure()),
                            incident.application);
                });
    }
}
