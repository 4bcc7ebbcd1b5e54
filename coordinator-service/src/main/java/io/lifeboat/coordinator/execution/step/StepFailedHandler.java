package io.lifeboat.coordinator.execution.step;

import io.lifeboat.contract.step.StepFailed;
import io.lifeboat.coordinator.execution.Failures;
import io.lifeboat.coordinator.execution.Turn;
import java.time.Instant;

/** It did not come about: another attempt, a note, or a pause. */
final class StepFailedHandler {

    private final Failures failures;

    StepFailedHandler(Failures failures) {
        this.failures = failures;
    }

    Turn on(InFlightStep at, StepFailed event, Instant now) {
        return failures.failed(at.turn(), at.step(), at.state(), event, now);
    }
}
