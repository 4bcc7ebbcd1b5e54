package io.lifeboat.coordinator.gate;

import java.time.Duration;
import java.util.List;

/**
 * Whether the outage has lasted long enough for a machine. It counts from when the quorum was complete, which is later than
 * the fault, and starts anew when the quorum breaks. A person need not wait.
 */
final class OutageAgeCheck implements GateCheck {

    @Override
    public String name() {
        return "outage-age";
    }

    @Override
    public Finding check(GateInput input, List<Finding> before) {
        Duration agreedFor = input.agreedFor().orElse(null);
        if (!input.machineDecides(before)) {
            return Finding.pass(this, "a person decides, who need not wait", agreedFor);
        }
        Duration minimum = input.plan().gate().minimumOutageAge();
        if (agreedFor == null) {
            return Finding.hold(this, "no quorum agrees, so there is no outage to be old enough", null);
        }
        return agreedFor.compareTo(minimum) >= 0
                ? Finding.pass(this, "agreed for at least " + Words.of(minimum), agreedFor)
                : Finding.hold(this, "agreed for less than " + Words.of(minimum), agreedFor);
    }
}
