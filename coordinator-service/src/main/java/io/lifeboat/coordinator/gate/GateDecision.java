package io.lifeboat.coordinator.gate;

import io.lifeboat.contract.incident.CheckResult;
import io.lifeboat.contract.incident.CheckResult.Verdict;
import io.lifeboat.contract.incident.DisasterClass;
import io.lifeboat.contract.incident.GateOutcome;
import io.lifeboat.coordinator.classify.Explanation;
import io.lifeboat.coordinator.command.Form;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the gate decided, and why.
 *
 * @param outcome the decision
 * @param disasterClass the class it rests on
 * @param checks what every check found, in the gate's order
 * @param form how the procedure is run when it proceeds
 * @param keys how many different people must say yes before it proceeds
 * @param agreedFor since a quorum of vantages agreed; null while it does not
 * @param exposure what would be lost now at most; null when nobody measured it
 * @param explanation why it rests on that class; null in what was journaled before anybody said
 */
public record GateDecision(
        GateOutcome outcome,
        DisasterClass disasterClass,
        List<CheckResult> checks,
        Form form,
        int keys,
        @Nullable Duration agreedFor,
        @Nullable Duration exposure,
        @Nullable Explanation explanation) {

    private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)?");

    private static final Set<String> OTHERS_FIRST = Set.of(FailuresCheck.NAME, WaveCheck.NAME);

    public GateDecision {
        checks = List.copyOf(checks);
        // What was journaled before there was such a thing says nothing of it.
        form = form == null ? Form.UNPLANNED : form;
    }

    static GateOutcome outcome(List<CheckResult> checks) {
        GateOutcome own = own(checks);
        boolean othersFirst = checks.stream()
                .anyMatch(check -> OTHERS_FIRST.contains(check.check()) && check.verdict() != Verdict.PASS);
        return own == GateOutcome.PROCEED && othersFirst ? GateOutcome.HOLD : own;
    }

    /** What the gate would say if no other application had lost its region. */
    public GateOutcome own() {
        return own(checks);
    }

    private static GateOutcome own(List<CheckResult> checks) {
        List<Verdict> own = checks.stream()
                .filter(check -> !OTHERS_FIRST.contains(check.check()))
                .map(CheckResult::verdict)
                .toList();
        if (own.contains(Verdict.VETO)) {
            return GateOutcome.VETO;
        }
        if (own.contains(Verdict.HOLD) || own.contains(Verdict.UNKNOWN)) {
            return GateOutcome.HOLD;
        }
        boolean asked = checks.stream()
                .anyMatch(check -> check.check().equals(ApprovalCheck.NAME) && check.verdict() == Verdict.ASK);
        return asked ? GateOutcome.AWAIT_APPROVAL : GateOutcome.PROCEED;
    }

    /** The first check that made the outcome what it is; empty when the gate proceeds. */
    public Optional<CheckResult> decisive() {
        return switch (outcome) {
            case PROCEED -> Optional.empty();
            case VETO -> first(Verdict.VETO);
            case HOLD -> first(Verdict.HOLD, Verdict.UNKNOWN);
            case AWAIT_APPROVAL -> first(Verdict.ASK);
        };
    }

    /** Whether somebody who read the other would learn nothing from this one: only ages differ. */
    public boolean saysTheSameAs(GateDecision other) {
        return sameVerdictsAs(other) && sameReasonsAs(other);
    }

    /** Whether outcome, class and every verdict are the same. */
    public boolean sameVerdictsAs(GateDecision other) {
        return outcome == other.outcome
                && disasterClass == other.disasterClass
                && verdicts().equals(other.verdicts());
    }

    private List<Verdict> verdicts() {
        return checks.stream().map(CheckResult::verdict).toList();
    }

    /** Numbers in reasons are mostly measurements that change from look to look. */
    private boolean sameReasonsAs(GateDecision other) {
        return IntStream.range(0, checks.size())
                .allMatch(i ->
                        sayTheSame(checks.get(i).reason(), other.checks.get(i).reason()));
    }

    private static boolean sayTheSame(String one, String other) {
        return one.equals(other) || withoutNumbers(one).equals(withoutNumbers(other));
    }

    private static String withoutNumbers(String reason) {
        return NUMBER.matcher(reason).replaceAll("#");
    }

    private Optional<CheckResult> first(Verdict... verdicts) {
        List<Verdict> wanted = List.of(verdicts);
        return checks.stream().filter(check -> wanted.contains(check.verdict())).findFirst();
    }
}
