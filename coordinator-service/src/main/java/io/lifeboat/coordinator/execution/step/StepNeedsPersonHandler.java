package io.lifeboat.coordinator.execution.step;

import io.lifeboat.contract.step.StepNeedsPerson;
import io.lifeboat.coordinator.execution.Turn;
import java.time.Instant;

/** The run has ended with a question. The steps beside it go on; those that need it wait for the answer. */
final class StepNeedsPersonHandler {

    Turn on(InFlightStep at, StepNeedsPerson event, Instant now) {
        return at.turn(at.state().asks(event.question(), event.who(), now.plus(event.within())));
    }
}
