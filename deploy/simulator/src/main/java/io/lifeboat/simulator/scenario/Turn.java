package io.lifeboat.simulator.scenario;

import io.lifeboat.contract.incident.Argument;
import io.lifeboat.contract.incident.CheckResult;
import io.lifeboat.contract.incident.CheckResult.Verdict;
import io.lifeboat.contract.incident.Confidence;
import io.lifeboat.contract.incident.DisasterClass;
import io.lifeboat.contract.incident.GateEvaluated;
import io.lifeboat.contract.incident.GateOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the gate said when it said something new.
 *
 * @param at since the world began
 * @param disasterClass what it took it for
 * @param outcome what it decided
 * @param decisive the check that made it so; empty when it proceeds
 * @param checks what every check said
 * @param confidence how sure it was of what it took it for
 * @param evidenceFor what spoke for that
 * @param evidenceAgainst what spoke against it
 */
public record Turn(
        Duration at,
        DisasterClass disasterClass,
        GateOutcome outcome,
        Optional<CheckResult> decisive,
        List<CheckResult> checks,
        Confidence confidence,
        List<Argument> evidenceFor,
        List<Argument> evidenceAgainst) {

    /** As the gate said it. */
    public static Turn of(Duration at, GateEvaluated said) {
        return new Turn(
                at,
                said.disasterClass(),
                said.outcome(),
                decisive(said),
                said.checks(),
                said.confidence(),
                said.evidenceFor(),
                said.evidenceAgainst());
    }

    /** As much as a person reads. */
    @Override
    public String toString() {
        return "%s %s %s %s"
                .formatted(
                        Words.of(at),
                        outcome,
                        disasterClass,
                        decisive.map(CheckResult::reason).orElse(""));
    }

    private static Optional<CheckResult> decisive(GateEvaluated said) {
        List<Verdict> wanted =
                switch (said.outcome()) {
                    case PROCEED -> List.of();
                    case VETO -> List.of(Verdict.VETO);
                    case HOLD -> List.of(Verdict.HOLD, Verdict.UNKNOWN);
                    case AWAIT_APPROVAL -> List.of(Verdict.ASK);
                };
        return said.checks().stream()
                .filter(check -> wanted.contains(check.verdict()))
                .findFirst();
    }
}
