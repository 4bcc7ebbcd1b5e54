package io.lifeboat.coordinator.gate;

import io.lifeboat.contract.plan.Automation;
import java.util.List;

/** How far the plan lets the machine go in a disaster of this class. */
final class ArmedCheck implements GateCheck {

    @Override
    public String name() {
        return "armed";
    }

    @Override
    public Finding check(GateInput input, List<Finding> before) {
        if (input.steps().isEmpty()) {
            return Finding.hold(this, "the plan has no procedure failover", null);
        }
        return switch (input.automation()) {
            case OBSERVE -> Finding.hold(this, "the plan says observe: decide and record, do nothing", null);
            case AUTOMATIC -> Finding.pass(this, "the plan lets the machine act by itself", null);
            case APPROVE -> Finding.pass(this, approve(input), null);
        };
    }

    private static String approve(GateInput input) {
        return input.plan().gate().automationFor(input.disasterClass()) == Automation.AUTOMATIC
                ? "the plan was never rehearsed as it is, so the machine acts only once people said yes"
                : "the plan lets the machine act once people said yes";
    }
}
