package io.lifeboat.coordinator.execution.step;

import io.lifeboat.contract.step.StepRefused;
import io.lifeboat.coordinator.execution.Failures;
import io.lifeboat.coordinator.execution.Turn;
import java.time.Instant;

/** An executor did nothing, on purpose. What follows depends on why. */
final class StepRefusedHandler {

    private final Failures failures;

    StepRefusedHandler(Failures failures) {
        this.failures = failures;
    }

    Turn on(InFlightStep at, StepRefused event, Instant now) {
        String detail = "refused by %s: %s".formatted(event.ref().executor(), event.detail());
        return switch (event.reason()) {
            // The command was too old, or the executor too young; a new one is neither.
            case EXPIRED, BEFORE_FIRST_START ->
                failures.mayRepeat(at.turn(), at.step(), at.state())
                        ? at.turn(at.state().retryAt(now, detail))
                        : fail(at, detail, "look at the resource, then retry, or say done if it is so");
            // Another instance has the run and will say what became of it.
            case LEASE_LOST -> News.heard(at, detail, now);
            case STALE_EPOCH -> fail(at, detail, "abort: a newer execution of this application was opened");
            case UNKNOWN_ACTION -> fail(at, detail, "start an executor that knows this action, then retry");
            case INVALID_INPUT -> fail(at, detail, "mend the plan for the next time; now do it by hand and say done");
        };
    }

    private static Turn fail(InFlightStep at, String detail, String remedy) {
        return Failures.settle(at.turn(), at.step(), at.state().failed(detail, remedy));
    }
}
