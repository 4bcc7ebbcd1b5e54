package io.lifeboat.coordinator.incident;

import io.lifeboat.chassis.outbox.Outbox;
import io.lifeboat.contract.incident.DisasterClass;
import io.lifeboat.contract.incident.GateEvaluated;
import io.lifeboat.contract.incident.GateOutcome;
import io.lifeboat.contract.incident.IncidentClosed;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.coordinator.arming.ArmingRepository;
import io.lifeboat.coordinator.classify.Circumstances;
import io.lifeboat.coordinator.classify.Classification;
import io.lifeboat.coordinator.classify.Classifier;
import io.lifeboat.coordinator.classify.Explanation;
import io.lifeboat.coordinator.execution.ExecutionCatalog;
import io.lifeboat.coordinator.execution.ExecutionSummary;
import io.lifeboat.coordinator.execution.ExecutionSummary.Phase;
import io.lifeboat.coordinator.execution.UnfinishedMove;
import io.lifeboat.coordinator.gate.Gate;
import io.lifeboat.coordinator.gate.GateDecision;
import io.lifeboat.coordinator.gate.GateInput;
import io.lifeboat.coordinator.gate.OtherExecution;
import io.lifeboat.coordinator.incident.IncidentState.Held;
import io.lifeboat.coordinator.incident.IncidentState.Undecided;
import io.lifeboat.coordinator.loss.Exposure;
import io.lifeboat.coordinator.memory.ApplicationMemories;
import io.lifeboat.coordinator.page.Pages;
import io.lifeboat.coordinator.signal.Evidence;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** What becomes of an incident as long as no execution runs: the gate is asked and its answer journaled. */
@ApplicationScoped
class Decision {

    /** What may come and go. A region that browns out before it is lost is no reason to ask, nor is what customers never meet. */
    private static final Set<DisasterClass> FLAPS =
            EnumSet.of(DisasterClass.REGION_OUTAGE, DisasterClass.DATABASE_OUTAGE, DisasterClass.SERVICE_FAULT);

    private final IncidentRepository incidents;
    private final GateJournal journal;
    private final GateMeters meters;
    private final ExecutionCatalog executions;
    private final OtherSideWatch otherSide;
    private final Surroundings surroundings;
    private final Consequence consequence;
    private final Pages pages;
    private final Outbox outbox;
    private final ArmingRepository arming;
    private final Membership membership;
    private final ApplicationMemories memories;
    private final Duration clearFor;

    Decision(
            IncidentRepository incidents,
            GateJournal journal,
            GateMeters meters,
            ExecutionCatalog executions,
            OtherSideWatch otherSide,
            Surroundings surroundings,
            Consequence consequence,
            Pages pages,
            Outbox outbox,
            ArmingRepository arming,
            Membership membership,
            ApplicationMemories memories,
            @ConfigProperty(name = "lifeboat.incident.clear-for", defaultValue = "10s") Duration clearFor) {
        this.incidents = incidents;
        this.journal = journal;
        this.meters = meters;
        this.executions = executions;
        this.otherSide = otherSide;
        this.surroundings = surroundings;
        this.consequence = consequence;
        this.pages = pages;
        this.outbox = outbox;
        this.arming = arming;
        this.membership = membership;
        this.memories = memories;
        this.clearFor = clearFor;
    }

    /** Asks the gate, journals what it said, and has it carried out; or closes the incident when all is well again. */
    Uni<Void> take(Moment moment, Undecided state) {
        return executions
                .unfinished(moment.incident().application)
                .chain(unfinished -> take(moment, state, whereabouts(moment, unfinished)));
    }

    private Uni<Void> take(Moment moment, Undecided state, Whereabouts where) {
        IncidentRow incident = moment.incident();
        Evidence evidence = moment.evidence();
        Plan plan = moment.plan();
        incident.planRevision = moment.revision().revision();
        incident.active = where.active();
        DisasterClass seen = Classifier.classify(plan, incident.active, incident.active, evidence)
                .disasterClass();
        return surroundings
                .noting(FLAPS.contains(seen), plan, incident.active, evidence, moment.now())
                .chain(around -> take(moment, state, where, around));
    }

    private Uni<Void> take(Moment moment, Undecided state, Whereabouts where, Circumstances around) {
        IncidentRow incident = moment.incident();
        Plan plan = moment.plan();
        Classification classification = RegionInTrouble.classify(incident, plan, moment.evidence(), around);
        // What flaps is one disaster, however often it is well for a while.
        if (cleared(incident, plan, classification, moment.evidence(), moment.now())
                && !around.flapping().flaps()) {
            return close(incident, state, moment.now());
        }
        Evidence counting = moment.evidence().counting(classification.region(), classification.agreedFor());
        Exposure exposure = exposure(incident, counting, where.to(), moment.now());
        Instant answersCount = answersCountSince(incident, plan, moment.now());
        return Uni.combine()
                .all()
                .unis(
                        executions.open(incident.application).call(open -> otherSide.look(moment, open)),
                        failedSwitchover(incident),
                        arming.of(moment.revision(), where.active()),
                        membership.join(incident, plan, classification),
                        memories.of(plan))
                // A session serves one at a time.
                .usingConcurrencyOf(1)
                .with((open, failed, now, place, memory) -> new GateInput(
                        plan,
                        where.active(),
                        where.to(),
                        where.writerThere(),
                        counting,
                        classification,
                        incident.declared(),
                        incident.declaredClass(),
                        exposure,
                        failed.orElse(null),
                        open.map(Decision::other).orElse(null),
                        List.of(),
                        state instanceof Held held ? held.by() : null,
                        moment.data(),
                        around,
                        now,
                        place,
                        memory))
                .chain(input -> incidents
                        .approvals(incident.id, input.form(), answersCount)
                        .map(input::approvedBy))
                .chain(input -> settle(moment, state, input));
    }

    /** Of this disaster; most incidents never had an execution before, and are not looked up. */
    private Uni<Optional<String>> failedSwitchover(IncidentRow incident) {
        return incident.executionId == null
                ? Uni.createFrom().item(Optional.empty())
                : executions.ofIncident(incident.id).map(all -> all.stream()
                        .filter(ExecutionSummary::isFailedSwitchover)
                        .map(ExecutionSummary::executionId)
                        .findFirst());
    }

    /** What only one application may take at a time, or a person may withdraw, is looked at again once nobody else can take it. */
    private Uni<Void> settle(Moment moment, Undecided state, GateInput input) {
        GateDecision decision = meters.timed(() -> Gate.evaluate(input));
        if (decision.outcome() != GateOutcome.PROCEED) {
            return carryOut(moment, state, input, decision);
        }
        boolean alone = input.approvals().isEmpty() || moment.incident().regionEvent != null;
        return arming.claim(moment.revision(), input.active(), alone)
                .chain(now -> membership.place(moment.incident()).map(place -> input.with(now, place)))
                .chain(claimed -> carryOut(moment, state, claimed, Gate.evaluate(claimed)));
    }

    private Uni<Void> carryOut(Moment moment, Undecided state, GateInput input, GateDecision decision) {
        moment.incident().form = decision.form().name();
        Membership.note(moment.incident(), moment.revision(), decision, moment.now());
        return journal(moment, decision).chain(() -> consequence.of(decision, moment, state, input));
    }

    /** While nobody sees the writer, it is where it was seen last. */
    private static Whereabouts whereabouts(Moment moment, Optional<UnfinishedMove> unfinished) {
        return Whereabouts.seen(moment.plan(), moment.evidence(), unfinished)
                .orElseGet(() -> Whereabouts.at(moment.plan(), moment.incident().active));
    }

    private static OtherExecution other(ExecutionSummary open) {
        return new OtherExecution(
                open.executionId(), open.kind(), open.givesWay(), open.phase() == Phase.ABORTING, open.inFlight());
    }

    /** Every vantage has seen it in order for a while, and nobody declared otherwise; a class that two people gave is none of that. */
    private boolean cleared(
            IncidentRow incident, Plan plan, Classification classification, Evidence evidence, Instant now) {
        boolean clear = DamageMemory.mayClear(incident)
                && (incident.declared() == null || DamageMemory.wasLifted(incident))
                && classification.clear()
                && !RegionInTrouble.isElsewhereUnseen(incident, plan, evidence)
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
        // An answer does not grow old while only others keep the application waiting.
        Instant asOf = incident.queuedSince == null ? now : incident.queuedSince;
        Instant expired = asOf.minus(plan.gate().approvals().within());
        return incident.heldAt != null && incident.heldAt.isAfter(expired) ? incident.heldAt : expired;
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
                    Explanation why = Objects.requireNonNull(decision.explanation());
                    return outbox.add(
                            new GateEvaluated(
                                    incident.id,
                                    incident.application,
                                    evaluation,
                                    decision.disasterClass(),
                                    decision.outcome(),
                                    decision.checks(),
                                    decision.agreedFor(),
                                    decision.exposure(),
                                    why.confidence(),
                                    why.reason(),
                                    why.evidenceFor(),
                                    why.evidenceAgainst()),
                            incident.application);
                });
    }
}
