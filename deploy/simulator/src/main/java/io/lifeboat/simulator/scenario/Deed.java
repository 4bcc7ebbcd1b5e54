package io.lifeboat.simulator.scenario;

import io.lifeboat.contract.incident.ApprovalRequested;
import io.lifeboat.contract.incident.ExecutionOpened;
import java.time.Duration;

/**
 * Something that would have been done.
 *
 * @param at since the world began
 * @param what in words
 */
public record Deed(Duration at, String what) {

    static Deed of(Duration at, ApprovalRequested asked) {
        return new Deed(at, "people would have been asked, %d of them: %s".formatted(asked.count(), asked.question()));
    }

    static Deed of(Duration at, ExecutionOpened execution) {
        return new Deed(
                at,
                "%s from %s to %s would have begun: %s"
                        .formatted(
                                execution.procedure(),
                                execution.from(),
                                execution.to(),
                                String.join(", ", execution.steps())));
    }
}
