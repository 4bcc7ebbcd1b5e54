package io.lifeboat.coordinator.execution;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.lifeboat.contract.plan.Step.OnFailure;
import io.lifeboat.coordinator.command.PinnedStep;
import java.time.Duration;
import java.util.List;

/** Steps for tests. */
public final class Steps {

    private Steps() {}

    public static PinnedStep step(String id, String action, String... needs) {
        return step(id, action, OnFailure.PAUSE, needs);
    }

    public static PinnedStep step(String id, String action, OnFailure onFailure, String... needs) {
        return new PinnedStep(
                id,
                action,
                JsonNodeFactory.instance.objectNode(),
                null,
                List.of(needs),
                Duration.ofMinutes(5),
                onFailure);
    }

    /** The order of the shop's failover. */
    public static PinnedStep[] shop() {
        return new PinnedStep[] {
            step("freeze", "freeze", OnFailure.CONTINUE),
            step("fence", "fence", "freeze"),
            step("promote", "aurora.failover", "fence"),
            step("scale", "ecs.scale", "fence"),
            step("roll", "ecs.redeploy", "promote", "scale"),
            step("smoke", "http.smoke", "roll"),
            step("shift", "traffic.switch", "smoke"),
            step("verify", "writer.probe", "shift"),
            step("tell", "notify", OnFailure.CONTINUE, "verify")
        };
    }

    /** The same in a rehearsal. */
    public static PinnedStep[] rehearsal() {
        PinnedStep[] steps = shop();
        for (int i = 0; i < steps.length; i++) {
            if (steps[i].promotes()) {
                steps[i] = step(steps[i].id(), "aurora.switchover", "fence");
            }
        }
        return steps;
    }
}
