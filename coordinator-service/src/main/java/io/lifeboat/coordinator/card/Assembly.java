package io.lifeboat.coordinator.card;

import io.lifeboat.contract.incident.CheckResult;
import io.lifeboat.contract.incident.CheckResult.Verdict;
import io.lifeboat.contract.incident.LossInterval;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.Step;
import io.lifeboat.contract.timing.StepStatistics;
import io.lifeboat.coordinator.card.Card.Loss;
import io.lifeboat.coordinator.card.Card.Said;
import io.lifeboat.coordinator.card.Card.SeenBy;
import io.lifeboat.coordinator.card.Card.Similar;
import io.lifeboat.coordinator.card.Card.Taken;
import io.lifeboat.coordinator.card.Card.Time;
import io.lifeboat.coordinator.card.Card.Uncovered;
import io.lifeboat.coordinator.classify.Classification;
import io.lifeboat.coordinator.classify.Vote;
import io.lifeboat.coordinator.command.Form;
import io.lifeboat.coordinator.execution.Execution;
import io.lifeboat.coordinator.gate.GateDecision;
import io.lifeboat.coordinator.incident.IncidentFacts;
import io.lifeboat.coordinator.incident.IncidentState;
import io.lifeboat.coordinator.incident.IncidentView;
import io.lifeboat.coordinator.incident.PastIncident;
import io.lifeboat.coordinator.loss.Exposure;
import io.lifeboat.coordinator.signal.Evidence;
import io.lifeboat.coordinator.signal.View;
import io.lifeboat.coordinator.timing.ExpectedTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a card of what is known; values in, a value out. */
final class Assembly {

    private static final String FAILOVER = "failover";
    private static final String RESTORE = "restore";
    private static final String UNCOVERED = "uncovered";

    private final IncidentFacts facts;
    private final IncidentView incident;
    private final @Nullable Plan plan;
    private final @Nullable Execution execution;

    private Assembly(IncidentFacts facts, @Nullable Execution execution) {
        this.facts = facts;
        this.incident = facts.incident();
        this.plan = facts.plan();
        this.execution = execution;
    }

    /**
     * A card.
     *
     * @param facts the incident
     * @param execution its latest execution; null before
     * @param times how long the application's steps took so far
     * @param past incidents like it that are over
     */
    static Card of(
            IncidentFacts facts, @Nullable Execution execution, List<StepStatistics> times, List<PastIncident> past) {
        return new Assembly(facts, execution).card(times, past);
    }

    private Card card(List<StepStatistics> times, List<PastIncident> past) {
        return new Card(
                incident.incidentId(),
                incident.application(),
                incident.state(),
                taken(),
                incident.openedAt(),
                incident.faultAt(),
                facts.now(),
                commander(),
                said(),
                Asking.of(facts, execution),
                loss(),
                time(times),
                fence(),
                seenBy(),
                past.stream().map(Assembly::similar).toList(),
                uncovered());
    }

    /** Everything the card says of the class stands here. */
    private Taken taken() {
        Classification seen = facts.classification();
        GateDecision decision = facts.decision();
        return new Taken(
                decision == null ? incident.disasterClass() : decision.disasterClass(),
                seen == null ? incident.region() : seen.region(),
                seen != null && seen.agreed(),
                seen == null ? 0 : seen.votes().stream().filter(Vote::troubled).count(),
                seen == null ? 0 : seen.quorum(),
                seen == null ? "nobody looks any more" : seen.reason(),
                seen == null ? null : seen.explanation(),
                incident.declared(),
                incident.damage());
    }

    private @Nullable String commander() {
        Instant until = incident.commanderUntil();
        return until == null || !facts.now().isBefore(until) ? null : incident.commander();
    }

    private @Nullable Said said() {
        GateDecision decision = facts.decision();
        Instant decidedAt = facts.decidedAt();
        if (decision == null || decidedAt == null) {
            return null;
        }
        List<CheckResult> holding = decision.checks().stream()
                .filter(check -> check.verdict() != Verdict.PASS)
                .toList();
        return new Said(
                decision.outcome(),
                decision.decisive().orElse(null),
                since(decidedAt),
                decision.agreedFor(),
                decision.checks().size() - holding.size(),
                holding);
    }

    private Loss loss() {
        Duration objective = plan == null ? null : plan.objectives().rpo();
        if (execution != null && execution.promotionLoss() != null) {
            return loss(execution.promotionLoss(), "stated when the data was promoted", null, objective);
        }
        Exposure exposure = facts.exposure();
        if (incident.closedAt() != null) {
            return loss(null, "nobody stated one", null, objective);
        }
        if (form() == Form.PLANNED) {
            LossInterval none = new LossInterval(Duration.ZERO, Duration.ZERO);
            return loss(none, "a switchover waits until the other side has everything", null, objective);
        }
        return exposure == null
                ? loss(null, "no replication lag was published", null, objective)
                : loss(
                        new LossInterval(Duration.ZERO, exposure.atMost()),
                        "replication lag and the age of its sample",
                        exposure.sampleAge(),
                        objective);
    }

    private Loss loss(
            @Nullable LossInterval interval, String basis, @Nullable Duration sampleAge, @Nullable Duration objective) {
        return new Loss(interval, basis, sampleAge, objective, LostRows.of(interval, facts.evidence()));
    }

    private Time time(List<StepStatistics> times) {
        boolean open = incident.closedAt() == null;
        Instant opened = facts.executionOpenedAt();
        return new Time(
                open && incident.faultAt() != null ? since(incident.faultAt()) : null,
                open ? ExpectedTime.of(procedure(), steps(procedure()), times) : null,
                open && opened != null && facts.state() instanceof IncidentState.Recovering ? since(opened) : null,
                plan == null ? null : plan.objectives().rto());
    }

    /** What would be run, or is: damage is not failed over from. */
    private String procedure() {
        if (execution != null) {
            return execution.ref().procedure();
        }
        return incident.damage() == null ? FAILOVER : RESTORE;
    }

    private List<Step> steps(String procedure) {
        return Optional.ofNullable(plan).flatMap(known -> known.procedure(procedure)).orElse(List.of()).stream()
                .map(step -> form() == Form.PLANNED ? step.inPlannedForm() : step)
                .toList();
    }

    /** How it would be run, or is. */
    private Form form() {
        if (execution != null) {
            return execution.procedure().form();
        }
        return facts.decision() == null ? Form.UNPLANNED : facts.decision().form();
    }

    private Fence fence() {
        Classification seen = facts.classification();
        Evidence counting =
                seen == null ? facts.evidence() : facts.evidence().counting(seen.region(), seen.agreedFor());
        return execution == null ? Fence.before(steps(FAILOVER), counting) : Fence.of(execution);
    }

    private List<SeenBy> seenBy() {
        Classification seen = facts.classification();
        if (seen == null) {
            return List.of();
        }
        Map<String, View> views = facts.evidence().views().stream().collect(Collectors.toMap(View::vantage, v -> v));
        return seen.votes().stream()
                .map(vote -> seenBy(vote, Optional.ofNullable(views.get(vote.vantage()))))
                .toList();
    }

    private static SeenBy seenBy(Vote vote, Optional<View> view) {
        return new SeenBy(
                vote.vantage(),
                view.map(View::region).orElse(null),
                vote.finding(),
                vote.reason(),
                vote.heldFor(),
                vote.evidenceAge(),
                view.map(View::sinceSent).orElse(null));
    }

    private static Similar similar(PastIncident past) {
        return new Similar(
                past.incidentId(),
                past.application(),
                past.openedAt(),
                Duration.between(past.openedAt(), past.closedAt()),
                past.outcome(),
                past.executed());
    }

    private List<Uncovered> uncovered() {
        return plan == null
                ? List.of()
                : plan.assets().stream()
                        .filter(asset -> asset.containsKey(UNCOVERED))
                        .map(Assembly::uncovered)
                        .toList();
    }

    /** Any names of the plan's own say what an asset is. */
    private static Uncovered uncovered(Map<String, Object> asset) {
        return new Uncovered(
                asset.entrySet().stream()
                        .filter(entry -> !entry.getKey().equals(UNCOVERED))
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(", ")),
                String.valueOf(asset.get(UNCOVERED)));
    }

    private Duration since(Instant then) {
        Duration since = Duration.between(then, facts.now());
        return since.isNegative() ? Duration.ZERO : since;
    }
}
