package io.lifeboat.coordinator.execution.step;

import io.lifeboat.contract.step.StepProgressed;
import io.lifeboat.coordinator.execution.Turn;
import java.time.Instant;

/** The cloud reports progress: past the budget this is what keeps the execution from pausing. */
final class StepProgressedHandler {

    Turn on(InFlightStep at, StepProgressed event, Instant now) {
        return News.heard(at, event.detail(), now);
    }
}
