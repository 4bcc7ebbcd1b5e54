package io.lifeboat.coordinator.execution.step;

import io.lifeboat.contract.step.StepIndeterminate;
import io.lifeboat.coordinator.execution.Turn;
import java.time.Instant;

/** Nobody can say whether it happened: it is observed on, and nothing is repeated. */
final class StepIndeterminateHandler {

    Turn on(InFlightStep at, StepIndeterminate event, Instant now) {
        return at.turn(at.state().unclear(now, event.detail()));
    }
}
