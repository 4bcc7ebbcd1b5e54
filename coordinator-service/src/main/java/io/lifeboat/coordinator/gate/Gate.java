package io.lifeboat.coordinator.gate;

import io.lifeboat.contract.incident.CheckResult;
import io.lifeboat.coordinator.command.Form;
import io.lifeboat.coordinator.loss.Exposure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The ordered checks, and what their verdicts add up to.
 *
 * <pre>
 *   any veto                        -> veto             nobody can approve it away
 *   else any hold or unknown        -> hold             unknown never counts as pass
 *   else people are needed still    -> await-approval   the check approval says how many
 *   else others go first            -> hold             or too many of them have failed
 *   else                            -> proceed          what was asked has been answered
 * </pre>
 */
public final class Gate {

    /** Every check is asked every time, so that a journal entry shows the whole picture and not only the first obstacle. */
    private static final List<GateCheck> CHECKS = List.of(
            // Has somebody stopped everything?
            new StopCheck(),
            // How far may the machine go here?
            new ArmedCheck(),
            // Does it remember what was done already?
            new MemoryCheck(),
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
            // Was it moved only lately?
            new CoolDownCheck(),
            // Is this an hour in which the machine keeps still?
            new FreezeCheck(),
            // Has the machine moved too many others just now?
            new BlastCapCheck(),
            // Does it come and go? What comes back by itself is not failed over by a machine.
            new FlappingCheck(),
            // Has it lasted long enough not to be a blip?
            new OutageAgeCheck(),
            // After all that ask, for it counts what they ask of people.
            new ApprovalCheck(),
            // People are asked before it is an application's turn: what follows only keeps those waiting that may go.
            new FailuresCheck(),
            new WaveCheck());

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
                GateDecision.outcome(results),
                input.disasterClass(),
                results,
                input.form(),
                ApprovalCheck.keys(input, findings),
                input.agreedFor().orElse(null),
                atMost(input),
                input.explanation());
    }

    private static @Nullable Duration atMost(GateInput input) {
        if (input.form() == Form.PLANNED) {
            return Duration.ZERO;
        }
        return Optional.ofNullable(input.exposure()).map(Exposure::atMost).orElse(null);
    }
}
