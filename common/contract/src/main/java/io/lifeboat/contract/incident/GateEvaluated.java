package io.lifeboat.contract.incident;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The gate was asked and answered. Sent whenever outcome, class or a check's verdict differs from the time before; the
 * journal over REST has every evaluation.
 *
 * @param incidentId the incident
 * @param application the application
 * @param evaluation counts up within the incident
 * @param disasterClass the class the decision rests on
 * @param outcome the decision
 * @param checks every check, in the gate's order
 * @param confirmedAge since a quorum of vantages agreed; null while it does not
 * @param exposure what would be lost now at most; null when nobody measured it
 */
public record GateEvaluated(
        String incidentId,
        String application,
        long evaluation,
        DisasterClass disasterClass,
        GateOutcome outcome,
        List<CheckResult> checks,
        @Nullable Duration confirmedAge,
        @Nullable Duration exposure)
        implements IncidentEvent {}
