package io.lifeboat.coordinator.gate;

import io.lifeboat.contract.plan.Automation;
import java.util.List;

/** Whether the plan and the people let the machine act. */
final class ArmedCheck implements GateCheck {

    @Override
    public String name() {
        return "armed";
    }

    @Override
    public Finding check(GateInput input, List<Finding> before) {
        if (input.plan().procedure("failover").isEmpty()) {
            return Finding.hold(this, "the plan has no procedure failover", null);
        }
        if (input.plan().gate().automation() == Automation.OBSERVE) {
            return Finding.hold(this, "the plan says observe: decide and record, do nothing", null);
        }
        if (input.stopped()) {
            return Finding.ask(this, 1, "automation is stopped everywhere; only people decide", null);
        }
        return switch (input.plan().gate().automation()) {
            case AUTOMATIC -> Finding.pass(this, "the plan lets the machine act by itself", null);
            case APPROVE -> Finding.pass(this, "the plan lets the machine act once people said yes", null);
            case OBSERVE -> throw new IllegalStateException("handled above");
        };
    }
}
