package io.lifeboat.coordinator.gate;

import java.util.List;

/** Whether the machine is not to act by itself at this time of day. */
final class FreezeCheck implements GateCheck {

    @Override
    public String name() {
        return "freeze";
    }

    @Override
    public Finding check(GateInput input, List<Finding> before) {
        if (!input.plan().gate().frozenAt(input.arming().now())) {
            return Finding.pass(this, "no freeze window is open", null);
        }
        return input.machineDecides(before)
                ? Finding.ask(this, 1, "a freeze window of the plan is open", null)
                : Finding.pass(this, "a freeze window is open, and a person decides", null);
    }
}
