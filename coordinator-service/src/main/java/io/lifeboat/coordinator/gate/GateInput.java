package io.lifeboat.coordinator.gate;

import io.lifeboat.contract.Act;
import io.lifeboat.contract.incident.DisasterClass;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.coordinator.classify.Classification;
import io.lifeboat.coordinator.loss.Exposure;
import io.lifeboat.coordinator.signal.Evidence;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything the gate looks at, as it is at one moment.
 *
 * @param plan the plan in force
 * @param stopped whether people have stopped all automation
 * @param active the region observed active
 * @param to the region that would be served from; null when the plan has none left
 * @param writerThere whether the writer is in that region already, for a move that was begun has not come to its end
 * @param evidence what the vantages say
 * @param classification what they make of the region in trouble
 * @param declared what a person declared, or null when the machine opened the incident
 * @param declaredClass the class that person named, or null
 * @param exposure what would be lost at most; null when nobody measured it
 * @param otherExecution the application's open execution, or null
 * @param approvals who said yes and has not been overtaken by time; each person once
 * @param declined who said no last, or null
 * @param data how the data stands
 */
public record GateInput(
        Plan plan,
        boolean stopped,
        String active,
        @Nullable String to,
        boolean writerThere,
        Evidence evidence,
        Classification classification,
        @Nullable Act declared,
        @Nullable DisasterClass declaredClass,
        @Nullable Exposure exposure,
        @Nullable OtherExecution otherExecution,
        List<Act> approvals,
        @Nullable Act declined,
        DataCondition data) {

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

    Optional<Duration> agreedFor() {
        return seen() ? Optional.ofNullable(classification.agreedFor()) : Optional.empty();
    }
}
