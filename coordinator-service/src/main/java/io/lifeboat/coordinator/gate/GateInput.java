package io.lifeboat.coordinator.gate;

import io.lifeboat.contract.Act;
import io.lifeboat.contract.incident.Argument;
import io.lifeboat.contract.incident.Confidence;
import io.lifeboat.contract.incident.DisasterClass;
import io.lifeboat.contract.plan.Automation;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.Step;
import io.lifeboat.contract.signal.Heartbeat;
import io.lifeboat.coordinator.arming.Arming;
import io.lifeboat.coordinator.classify.Circumstances;
import io.lifeboat.coordinator.classify.Classification;
import io.lifeboat.coordinator.classify.Explanation;
import io.lifeboat.coordinator.command.Form;
import io.lifeboat.coordinator.command.PlannedForm;
import io.lifeboat.coordinator.loss.Exposure;
import io.lifeboat.coordinator.memory.ApplicationMemory;
import io.lifeboat.coordinator.signal.Evidence;
import io.lifeboat.coordinator.signal.View;
import io.lifeboat.coordinator.wave.Place;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything the gate looks at, as it is at one moment.
 *
 * @param plan the plan in force
 * @param active the region observed active
 * @param to the region that would be served from; null when the plan has none left
 * @param writerThere whether the writer is in that region already, for a move that was begun has not come to its end
 * @param evidence what the vantages say
 * @param classification what they make of the region in trouble
 * @param declared what a person declared, or null when the machine opened the incident
 * @param declaredClass the class that person named, or null
 * @param exposure what would be lost at most; null when nobody measured it
 * @param failedSwitchover the execution of this disaster that was to switch over and did not come to its end, or null
 * @param otherExecution the application's open execution, or null
 * @param approvals who said yes and has not been overtaken by time; each person once
 * @param declined who said no last, or null
 * @param data how the data stands
 * @param around what is known beside what the vantages see
 * @param arming what bears on how far the machine may go
 * @param place where it stands among those that lost the same region
 * @param memory what the database remembers of the application
 */
public record GateInput(
        Plan plan,
        String active,
        @Nullable String to,
        boolean writerThere,
        Evidence evidence,
        Classification classification,
        @Nullable Act declared,
        @Nullable DisasterClass declaredClass,
        @Nullable Exposure exposure,
        @Nullable String failedSwitchover,
        @Nullable OtherExecution otherExecution,
        List<Act> approvals,
        @Nullable Act declined,
        DataCondition data,
        Circumstances around,
        Arming arming,
        Place place,
        ApplicationMemory memory) {

    public static final String PROCEDURE = "failover";

    public GateInput {
        approvals = List.copyOf(approvals);
    }

    /** The class the decision rests on: damage goes before everything, then a person's word before the machine's. */
    public DisasterClass disasterClass() {
        DisasterClass damage = data.damage();
        if (damage != null) {
            return damage;
        }
        return declaredClass == null ? classification.disasterClass() : declaredClass;
    }

    /** Whether the vantages agree on what a person declared, or nobody declared anything. */
    public boolean seen() {
        return classification.agreed() && classification.disasterClass() == disasterClass();
    }

    /** The same once these people have said yes to it. */
    public GateInput approvedBy(List<Act> people) {
        return with(people, arming, place);
    }

    /** The same with what others may have changed meanwhile. */
    public GateInput with(Arming newer, Place now) {
        return with(approvals, newer, now);
    }

    private GateInput with(List<Act> people, Arming newer, Place now) {
        return new GateInput(
                plan,
                active,
                to,
                writerThere,
                evidence,
                classification,
                declared,
                declaredClass,
                exposure,
                failedSwitchover,
                otherExecution,
                people,
                declined,
                data,
                around,
                newer,
                now,
                memory);
    }

    /** The procedure that is run when the gate proceeds. */
    public List<Step> steps() {
        return plan.procedure(PROCEDURE).orElse(List.of());
    }

    /**
     * How it would be run: a degraded region whose writer answers is switched over, which loses nothing. Where that was tried
     * and did not come to its end, nothing is left but to fail over.
     */
    public Form form() {
        boolean switchover = disasterClass() == DisasterClass.REGION_DEGRADED
                && !writerThere
                && failedSwitchover == null
                && writerAnswers()
                && PlannedForm.losing(steps()).isEmpty();
        return switchover ? Form.PLANNED : Form.UNPLANNED;
    }

    /**
     * Whether the old writer is seen to accept writes, and by nobody to refuse them. What stands in its own region does not
     * count: a switchover is carried out from outside.
     */
    boolean writerAnswers() {
        List<Heartbeat> outside = evidence.views().stream()
                .filter(View::trusted)
                .filter(view -> !active.equals(view.region()))
                .flatMap(View::heartbeats)
                .toList();
        return !outside.isEmpty() && outside.stream().allMatch(heartbeat -> heartbeat.failedAt() == null);
    }

    /** How far the machine may go in this disaster. */
    Automation automation() {
        return arming.automation(plan.gate(), disasterClass());
    }

    /** Whether nobody has been asked by the checks before, so that the machine decides alone. */
    boolean machineDecides(List<Finding> before) {
        return automation() == Automation.AUTOMATIC
                && before.stream().noneMatch(finding -> finding.keys() > 0)
                && approvals.isEmpty();
    }

    Optional<Duration> agreedFor() {
        return seen() ? Optional.ofNullable(classification.agreedFor()) : Optional.empty();
    }

    /** Why the decision rests on its class. */
    public Explanation explanation() {
        Explanation seen = classification.explanation();
        return switch (data) {
            case DataCondition.Damaged damaged ->
                // One vantage is enough for a veto, and no proof.
                new Explanation(
                        Confidence.MEDIUM,
                        "damage vetoes from when it is seen or declared until two people lift it, however sure it is",
                        List.of(new Argument(damaged.reason(), List.of(), damaged.age())),
                        List.of());
            case DataCondition.Whole w -> declaredOr(seen);
            case DataCondition.Expected e -> declaredOr(seen);
            case DataCondition.Reclassified r -> declaredOr(seen);
        };
    }

    /** What a person declares and the vantages do not see rests on that person's word. */
    private Explanation declaredOr(Explanation seen) {
        if (declared == null || seen()) {
            return seen;
        }
        return new Explanation(
                Confidence.LOW,
                "a person's word; %s".formatted(seen.reason()),
                List.of(new Argument("declared it: " + declared.why(), List.of(declared.who()), null)),
                Stream.concat(seen.evidenceFor().stream(), seen.evidenceAgainst().stream())
                        .toList());
    }
}
