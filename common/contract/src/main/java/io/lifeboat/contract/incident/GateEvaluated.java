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
 * @param confidence how sure the class is; null from a coordinator that does not say
 * @param confidenceReason the rules that made it so, in words, or null
 * @param evidenceFor what speaks for the class, the strongest first, or null
 * @param evidenceAgainst what speaks against it, or null
 */
public record GateEvaluated(
        String incidentId,
        String application,
        long evaluation,
        DisasterClass disasterClass,
        GateOutcome outcome,
        List<CheckResult> checks,
        @Nullable Duration confirmedAge,
        @Nullable Duration exposure,
        @Nullable Confidence confidence,
        @Nullable String confidenceReason,
        @Nullable List<Argument> evidenceFor,
        @Nullable List<Argument> evidenceAgainst)
        implements IncidentEvent {

    /** An answer whose class nobody explains. */
    public GateEvaluated(
            String incidentId,
            String application,
            long evaluation,
            DisasterClass disasterClass,
            GateOutcome outcome,
            List<CheckResult> checks,
            @Nullable Duration confirmedAge,
            @Nullable Duration exposure) {
        this(
                incidentId,
                application,
                evaluation,
                disasterClass,
                outcome,
                checks,
                confirmedAge,
                exposure,
                null,
                null,
                null,
                null);
    }
}
