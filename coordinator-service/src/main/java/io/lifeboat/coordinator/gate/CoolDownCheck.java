package io.lifeboat.coordinator.gate;

import io.lifeboat.coordinator.arming.LastExecution;
import java.time.Duration;
import java.util.List;

/**
 * Whether the application was moved only lately. A second disaster so soon is more often what the first recovery left, and the
 * machine would chase it to and fro. Time alone does not end this: somebody must have looked.
 */
final class CoolDownCheck implements GateCheck {

    @Override
    public String name() {
        return "cool-down";
    }

    @Override
    public Finding check(GateInput input, List<Finding> before) {
        LastExecution last = input.arming().last();
        if (last == null) {
            return Finding.pass(this, "the application was never moved", null);
        }
        Duration coolDown = input.plan().gate().coolDown();
        if (last.acknowledged() && last.endedFor().compareTo(coolDown) >= 0) {
            return Finding.pass(
                    this,
                    "execution %s ended more than %s ago and was acknowledged"
                            .formatted(last.executionId(), Words.of(coolDown)),
                    last.endedFor());
        }
        if (!input.machineDecides(before)) {
            return Finding.pass(this, "a person decides, who need not wait", last.endedFor());
        }
        return Finding.ask(
                this,
                1,
                last.acknowledged()
                        ? "execution %s ended less than %s ago".formatted(last.executionId(), Words.of(coolDown))
                        : "nobody has acknowledged execution %s: POST /executions/%s/acknowledge"
                                .formatted(last.executionId(), last.executionId()),
                last.endedFor());
    }
}
