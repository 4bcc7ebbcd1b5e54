package io.lifeboat.coordinator.incident;

import io.lifeboat.contract.Act;
import io.lifeboat.contract.incident.DisasterClass;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.coordinator.classify.Classification;
import io.lifeboat.coordinator.gate.GateDecision;
import io.lifeboat.coordinator.loss.Exposure;
import io.lifeboat.coordinator.signal.Evidence;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An incident with all that is known of it at one moment, read in one transaction.
 *
 * @param incident the incident
 * @param state where it stands
 * @param plan the plan it is judged by; null when there is none any more
 * @param to the region that would be served from; null when the plan has none left
 * @param decision what the gate said last; null before it was asked
 * @param decidedAt when that was; null before it was asked
 * @param classification what the vantages make of it now; null once it is closed
 * @param evidence what the vantages say now; empty once it is closed
 * @param approvals who said yes and has not been overtaken by time, each person once
 * @param exposure what would be lost at most; null when nobody measured it
 * @param pendingClass the class that the first of two keys names; null when none was given
 * @param executionOpenedAt when its latest execution was opened; null before
 * @param now PostgreSQL's time
 */
public record IncidentFacts(
        IncidentView incident,
        IncidentState state,
        @Nullable Plan plan,
        @Nullable String to,
        @Nullable GateDecision decision,
        @Nullable Instant decidedAt,
        @Nullable Classification classification,
        Evidence evidence,
        List<Act> approvals,
        @Nullable Exposure exposure,
        @Nullable DisasterClass pendingClass,
        @Nullable Instant executionOpenedAt,
        Instant now) {

    public IncidentFacts {
        approvals = List.copyOf(approvals);
    }
}
