package io.lifeboat.coordinator.execution.step;

import io.lifeboat.contract.step.StepStarted;
import io.lifeboat.coordinator.execution.StepState;
import io.lifeboat.coordinator.execution.Turn;
import java.time.Instant;

/** The executor has looked first, and begins. */
final class StepStartedHandler {

    Turn on(InFlightStep at, StepStarted event, Instant now) {
        if (at.state() instanceof StepState.Indeterminate) {
            // Overtaken: that nobody knows is the newer word.
            return at.turn();
        }
        return News.heard(at, "started: " + event.observed(), now);
    }
}
