package io.lifeboat.coordinator.card;

import static io.lifeboat.coordinator.signal.Shop.HOME;
import static io.lifeboat.coordinator.signal.Shop.OTHER;

import io.lifeboat.contract.Act;
import io.lifeboat.contract.incident.DisasterClass;
import io.lifeboat.contract.incident.Mode;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.Step;
import io.lifeboat.contract.timing.StepStatistics;
import io.lifeboat.coordinator.arming.Arming;
import io.lifeboat.coordinator.arming.Blast;
import io.lifeboat.coordinator.classify.Circumstances;
import io.lifeboat.coordinator.classify.Classification;
import io.lifeboat.coordinator.classify.Classifier;
import io.lifeboat.coordinator.command.ExecutionRef;
import io.lifeboat.coordinator.command.Form;
import io.lifeboat.coordinator.command.Pinning;
import io.lifeboat.coordinator.execution.Execution;
import io.lifeboat.coordinator.gate.DataCondition;
import io.lifeboat.coordinator.gate.Gate;
import io.lifeboat.coordinator.gate.GateDecision;
import io.lifeboat.coordinator.gate.GateInput;
import io.lifeboat.coordinator.gate.OtherExecution;
import io.lifeboat.coordinator.incident.IncidentFacts;
import io.lifeboat.coordinator.incident.IncidentState;
import io.lifeboat.coordinator.incident.IncidentView;
import io.lifeboat.coordinator.incident.PastIncident;
import io.lifeboat.coordinator.loss.Exposure;
import io.lifeboat.coordinator.memory.ApplicationMemory;
import io.lifeboat.coordinator.plan.ShopYaml;
import io.lifeboat.coordinator.signal.Evidence;
import io.lifeboat.coordinator.signal.Seen;
import io.lifeboat.coordinator.wave.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a card is made of, for tests: both vantages outside home have seen it lost for 20 s, and the gate asks one person. */
final class CardInputs {

    static final Instant FAULT = Instant.parse("2026-11-22T10:00:00Z");
    static final Instant NOW = FAULT.plusSeconds(252);
    static final String INCIDENT = "4c1f6e0e-0000-4000-8000-000000000001";
    static final String EXECUTION = "e8a1b1d2-0000-4000-8000-000000000002";

    private Plan plan = ShopYaml.read(ShopYaml.with("automation: automatic", "automation: approve"))
            .plan();
    private IncidentState state = new IncidentState.AwaitingApproval();
    private Evidence evidence = Seen.evidence(
            Seen.by("frankfurt").homeLost(Duration.ofSeconds(20)),
            Seen.by("office").homeLost(Duration.ofSeconds(20)),
            Seen.by("dublin").since(null));
    private @Nullable Act held;
    private @Nullable String damage;
    private @Nullable Act pendingKey;
    private @Nullable String outcome;
    private List<Act> approvals = List.of();
    private @Nullable Execution execution;
    private final List<StepStatistics> times = new ArrayList<>();
    private final List<PastIncident> past = new ArrayList<>();

    CardInputs plan(Plan other) {
        plan = other;
        return this;
    }

    CardInputs state(IncidentState other) {
        state = other;
        return this;
    }

    CardInputs seen(Seen... all) {
        evidence = Seen.evidence(all);
        return this;
    }

    CardInputs held(Act by) {
        held = by;
        return state(new IncidentState.Held(by));
    }

    CardInputs damage(String reason) {
        damage = reason;
        return state(new IncidentState.Confirmed());
    }

    CardInputs pendingKey(Act by) {
        pendingKey = by;
        return this;
    }

    CardInputs closed(String how) {
        outcome = how;
        return state(new IncidentState.Closed(how, null));
    }

    CardInputs approved(Act... acts) {
        approvals = List.of(acts);
        return this;
    }

    /** One execution of the plan's failover, for the card to tell of. */
    Execution execution() {
        return Execution.opened(
                new ExecutionRef(
                        EXECUTION,
                        INCIDENT,
                        plan.application(),
                        "failover",
                        Mode.LIVE,
                        HOME,
                        OTHER,
                        FAULT.getEpochSecond(),
                        3,
                        "hash"),
                new Pinning(plan, HOME, OTHER).pin("failover", Form.UNPLANNED));
    }

    CardInputs executing(Execution running) {
        execution = running;
        return state(new IncidentState.Recovering(EXECUTION));
    }

    /** Every step of the failover was run so often in a disaster. */
    CardInputs ran(int runs) {
        for (Step step : plan.procedure("failover").orElseThrow()) {
            times.add(new StepStatistics(
                    plan.application(),
                    step.id(),
                    step.action(),
                    Mode.LIVE,
                    runs,
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(45),
                    Duration.ofSeconds(20)));
        }
        return this;
    }

    CardInputs past(String application, Instant openedAt, Duration lasted, String how, boolean executed) {
        past.add(new PastIncident("incident", application, openedAt, openedAt.plus(lasted), how, executed));
        return this;
    }

    Card card() {
        Classification classification = Classifier.classify(plan, HOME, HOME, evidence);
        Exposure exposure = evidence.exposure(OTHER).orElse(null);
        GateDecision decision = Gate.evaluate(new GateInput(
                plan,
                HOME,
                OTHER,
                false,
                evidence.counting(HOME, classification.agreedFor()),
                classification,
                null,
                null,
                exposure,
                null,
                execution == null ? null : new OtherExecution(EXECUTION, "a live failover", false, false, List.of()),
                approvals,
                held,
                damage == null
                        ? new DataCondition.Whole("nobody who looks at the data sees anything wrong with it")
                        : new DataCondition.Damaged(DisasterClass.DATA_CORRUPTION, damage, Duration.ofSeconds(90)),
                Circumstances.NONE,
                new Arming(NOW, null, true, null, new Blast(0, 1, Duration.ofMinutes(10))),
                Place.ALONE,
                ApplicationMemory.WHOLE));
        boolean closed = outcome != null;
        return Assembly.of(
                new IncidentFacts(
                        view(decision),
                        state,
                        plan,
                        OTHER,
                        decision,
                        NOW.minusSeconds(1),
                        closed ? null : classification,
                        closed ? new Evidence(List.of()) : evidence,
                        approvals,
                        exposure,
                        pendingKey == null ? null : DisasterClass.REGION_OUTAGE,
                        execution == null ? null : NOW.minusSeconds(30),
                        NOW),
                execution,
                times,
                past);
    }

    private IncidentView view(GateDecision decision) {
        return new IncidentView(
                INCIDENT,
                plan.application(),
                state.name(),
                Objects.requireNonNull(decision.disasterClass()),
                HOME,
                HOME,
                3,
                FAULT.plusSeconds(4),
                FAULT,
                null,
                null,
                held,
                execution == null ? null : EXECUTION,
                "on-call",
                NOW.plusSeconds(600),
                damage,
                pendingKey,
                outcome == null ? null : NOW,
                outcome,
                null);
    }
}
