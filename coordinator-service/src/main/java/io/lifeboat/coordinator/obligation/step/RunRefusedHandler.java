package io.lifeboat.coordinator.obligation.step;

import io.lifeboat.contract.step.StepRefused;
import io.lifeboat.coordinator.obligation.Course;
import io.lifeboat.coordinator.obligation.ObligationTurn;
import java.time.Duration;

/** An executor did nothing, on purpose. What follows depends on why. */
final class RunRefusedHandler {

    private final Course course;

    RunRefusedHandler(Course course) {
        this.course = course;
    }

    ObligationTurn on(OwedRun run, StepRefused event) {
        String why = "refused by %s: %s".formatted(event.ref().executor(), event.detail());
        Duration pause = course.pause(run.effort().attempt());
        return switch (event.reason()) {
            // The next attempt carries the newest epoch and is not unknown to a new executor. Executors that are too
            // late for
            // one attempt are not helped by the next at once.
            case STALE_EPOCH -> run.again(run.superseded() ? Duration.ZERO : pause, why);
            case EXPIRED -> run.again(pause, why);
            case BEFORE_FIRST_START -> run.again(Duration.ZERO, why);
            case LEASE_LOST -> run.heard(why);
            case UNKNOWN_ACTION, INVALID_INPUT ->
                why.equals(run.effort().trouble())
                        ? run.again(pause, why)
                        : run.again(pause, why).raiseAlarm();
        };
    }
}
