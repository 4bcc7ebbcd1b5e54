package io.lifeboat.audit.timing;

import io.lifeboat.contract.incident.DisasterClass;
import io.lifeboat.contract.incident.GateEvaluated;
import io.lifeboat.contract.incident.IncidentOpened;
import io.lifeboat.contract.incident.LossInterval;
import io.lifeboat.contract.incident.LossStated;
import io.lifeboat.contract.incident.ObligationClosed;
import io.lifeboat.contract.incident.ObligationOpened;
import io.lifeboat.contract.plan.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was achieved, beside what was promised.
 *
 * @param incidentId the incident
 * @param application the application
 * @param planRevision the plan it ran under
 * @param disasterClass the class the last decision rested on
 * @param region the region in trouble
 * @param clocks when each turn was taken
 * @param segments where the time went
 * @param recovery the recovery time achieved
 * @param lossObjective the loss promised
 * @param losses every statement of the loss, oldest first
 * @param executions every run
 * @param decisions every turn of the gate
 * @param obligations what was owed
 */
public record RecoveryReport(
        String incidentId,
        String application,
        int planRevision,
        DisasterClass disasterClass,
        @Nullable String region,
        Clocks clocks,
        Segments segments,
        RecoveryTimes recovery,
        Duration lossObjective,
        List<Loss> losses,
        List<ExecutionTiming> executions,
        List<Decision> decisions,
        List<Obligation> obligations) {

    /**
     * A statement of the loss.
     *
     * @param at when it was stated
     * @param moment decision, promotion or reconciliation
     * @param interval what the truth lies in; null when nobody measured it
     * @param basis what it rests on, or why it is unknown
     */
    public record Loss(
            Instant at, LossStated.Moment moment, @Nullable LossInterval interval, String basis) {}

    /** A turn of the gate, and when. */
    public record Decision(Instant at, GateEvaluated evaluation) {}

    /**
     * Something owed.
     *
     * @param obligation what
     * @param due by when
     * @param end how it was closed; null while it is open
     */
    public record Obligation(
            ObligationOpened obligation,
            Instant due,
            @Nullable ObligationClosed end) {

        /** Whether it is owed still. */
        public boolean open() {
            return end == null;
        }
    }

    /**
     * Tells an incident's times.
     *
     * @param all the incident's messages in ledger order, with the first {@link IncidentOpened} among them
     * @param plan the plan the incident was opened under
     * @throws IllegalArgumentException when the incident was never opened
     */
    public static RecoveryReport of(List<Told> all, Plan plan) {
        IncidentOpened opened = Told.first(all, IncidentOpened.class)
                .map(Told.Of::message)
                .orElseThrow(() -> new IllegalArgumentException("no incident was opened in these messages"));
        Clocks clocks = Clocks.of(all);
        return new RecoveryReport(
                opened.incidentId(),
                opened.application(),
                opened.planRevision(),
                Told.last(all, GateEvaluated.class)
                        .map(gate -> gate.message().disasterClass())
                        .filter(known -> known != DisasterClass.UNKNOWN)
                        .orElse(opened.disasterClass()),
                opened.region(),
                clocks,
                Segments.of(all, clocks),
                RecoveryTimes.of(all, clocks, plan),
                plan.objectives().rpo(),
                Told.of(all, LossStated.class)
                        .map(stated -> new Loss(
                                stated.at(),
                                stated.message().moment(),
                                stated.message().loss(),
                                stated.message().basis()))
                        .toList(),
                ExecutionTiming.of(all),
                Told.of(all, GateEvaluated.class)
                        .map(gate -> new Decision(gate.at(), gate.message()))
                        .toList(),
                obligations(all));
    }

    /** The newest loss that was measured; null when none was. */
    public @Nullable LossInterval loss() {
        return losses.stream()
                .map(Loss::interval)
                .filter(interval -> interval != null)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    /** In a few words: recovered and within which objectives, or what is missing. */
    public String verdict() {
        if (executions.isEmpty()) {
            return clocks.closed() == null ? "open; nothing was carried out" : "closed; nothing was carried out";
        }
        Duration last = recovery.last();
        if (last == null) {
            return "not every kind of customer was seen served again";
        }
        String time = last.compareTo(recovery.objective()) <= 0 ? "RTO met" : "RTO missed";
        LossInterval loss = loss();
        if (loss == null) {
            return time + ", loss unknown";
        }
        if (loss.atMost().compareTo(lossObjective) <= 0) {
            return time + ", RPO met";
        }
        return time + (loss.atLeast().compareTo(lossObjective) > 0 ? ", RPO missed" : ", RPO may be missed");
    }

    private static List<Obligation> obligations(List<Told> all) {
        return Told.of(all, ObligationOpened.class)
                .map(owed -> new Obligation(
                        owed.message(),
                        owed.at().plus(owed.message().within()),
                        end(owed.message().obligationId(), all)))
                .toList();
    }

    private static @Nullable ObligationClosed end(String obligationId, List<Told> all) {
        return Told.of(all, ObligationClosed.class)
                .map(Told.Of::message)
                .filter(closed -> closed.obligationId().equals(obligationId))
                .findFirst()
                .orElse(null);
    }
}
