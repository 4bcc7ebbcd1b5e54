package io.lifeboat.coordinator.gate;

import io.lifeboat.coordinator.arming.GlobalStop;
import java.time.Duration;
import java.util.List;

/** Whether people have stopped all automation. Then nothing starts at all, for who stopped it may know better than who approves. */
final class StopCheck implements GateCheck {

    @Override
    public String name() {
        return "stop";
    }

    @Override
    public Finding check(GateInput input, List<Finding> before) {
        GlobalStop stop = input.arming().stop();
        return stop == null
                ? Finding.pass(this, "automation is not stopped", null)
                : Finding.hold(
                        this,
                        "all automation is stopped by %s: %s; POST /automation/start lets it go on"
                                .formatted(stop.act().who(), stop.act().why()),
                        Duration.between(stop.since(), input.arming().now()));
    }
}
