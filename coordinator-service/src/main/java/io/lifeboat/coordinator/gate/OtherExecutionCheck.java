package io.lifeboat.coordinator.gate;

import java.util.List;

/** One failover per disaster: whether the application's slot is free. */
final class OtherExecutionCheck implements GateCheck {

    @Override
    public String name() {
        return "execution";
    }

    @Override
    public Finding check(GateInput input, List<Finding> before) {
        return input.otherExecution() == null
                ? Finding.pass(this, "no other execution is open", null)
                : Finding.hold(
                        this, "execution " + input.otherExecution() + " is open; it must end or be aborted", null);
    }
}
