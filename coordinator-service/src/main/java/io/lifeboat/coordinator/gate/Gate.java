package io.lifeboat.coordinator.gate;

import io.lifeboat.contract.incident.CheckResult;
import io.lifeboat.contract.incident.CheckResult.Verdict;
import io.lifeboat.contract.incident.GateOutcome;
import io.lifeboat.coordinator.loss.Exposure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The ordered checks, and what their verdicts add up to.
 *
 * <pre>
 *   any veto                        -> veto             nobody can approve it away
 *   else any hold or unknown        -> hold             unknown never counts as pass
 *   else people are needed still    -> await-approval   the last check says how many
 *   else                            -> proceed          what was asked has been answered
 * </pre>
 */
public final class Gate {

    /** Every check is asked every time, so that a journal entry shows the whole picture and not only the first obstacle. */
    private static final List<GateCheck> CHECKS = List.of(
            // May the machine do anything here at all?
            new ArmedCheck(),
            // Does it see well enough to judge?
            new EvidenceCheck(),
            // Do enough vantages agree that something is wrong? One vantage is a rumour.
            new QuorumCheck(),
            // Is the data whole? Replication copies damage.
            new DataCheck(),
            // Is it a disaster that another region cures? A bug fails over with the service.
            new ScopeCheck(),
            // Is there a side to go to?
            new OtherSideCheck(),
            // What would it cost, and who agreed to that?
            new LossCheck(),
            // Can the old writer still take orders behind our back?
            new FenceCheck(),
            // Is somebody at it already?
            new OtherExecutionCheck(),
            // Does it come and go? What comes back by itself is not failed over by a machine.
            new FlappingCheck(),
            // Has it lasted long enough not to be a blip?
            new OutageAgeCheck(),
            // Last, for it counts what all the others ask of people.
            new ApprovalCheck());

    private Gate() {}

    /** The names of all checks, in order. */
    public static List<String> checkNames() {
        return CHECKS.stream().map(GateCheck::name).toList();
    }

    /** Asks every check. */
    public static GateDecision evaluate(GateInput input) {
        List<Finding> findings = new ArrayList<>();
        for (GateCheck check : CHECKS) {
            findings.add(check.check(input, List.copyOf(findings)));
        }
        List<CheckResult> results = findings.stream().map(Finding::result).toList();
        return new GateDecision(
                outcome(findings),
                input.disasterClass(),
                results,
                ApprovalCheck.keys(input, findings),
                input.agreedFor().orElse(null),
                Optional.ofNullable(input.exposure()).map(Exposure::atMost).orElse(null),
                input.explanation());
    }

    private static GateOutcome outcome(List<Finding> findings) {
        if (any(findings, Verdict.VETO)) {
            return GateOutcome.VETO;
        }
        if (any(findings, Verdict.HOLD) || any(findings, Verdict.UNKNOWN)) {
            return GateOutcome.HOLD;
        }
        return findings.getLast().verdict() == Verdict.PASS ? GateOutcome.PROCEED : GateOutcome.AWAIT_APPROVAL;
    }

    private static boolean any(List<Finding> findings, Verdict verdict) {
        return findings.stream().anyMatch(finding -> finding.verdict() == verdict);
    }
}
