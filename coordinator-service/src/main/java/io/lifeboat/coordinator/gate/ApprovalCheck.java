package io.lifeboat.coordinator.gate;

import io.lifeboat.contract.Act;
import io.lifeboat.contract.plan.Automation;
import java.util.List;
import java.util.stream.Collectors;

/** Whether as many different people said yes as the plan and the checks before this one ask for. */
final class ApprovalCheck implements GateCheck {

    static final String NAME = "approval";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Finding check(GateInput input, List<Finding> before) {
        if (input.declined() != null) {
            return Finding.hold(
                    this,
                    "declined by %s: %s"
                            .formatted(input.declined().who(), input.declined().why()),
                    null);
        }
        int keys = keys(input, before);
        if (keys == 0) {
            return Finding.pass(this, "nothing is asked of people", null);
        }
        int given = input.approvals().size();
        String by = input.approvals().stream().map(Act::who).collect(Collectors.joining(", "));
        if (given >= keys) {
            return Finding.pass(this, "approved by " + by, null);
        }
        return Finding.ask(
                this,
                keys,
                given == 0 ? "%d needed, none given".formatted(keys) : "%d needed, given by %s".formatted(keys, by),
                null);
    }

    /** How many different people must say yes. */
    static int keys(GateInput input, List<Finding> findings) {
        int asked = findings.stream().mapToInt(Finding::keys).max().orElse(0);
        return input.automation() == Automation.APPROVE
                ? Math.max(asked, input.plan().gate().approvals().count())
                : asked;
    }
}
