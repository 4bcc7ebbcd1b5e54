package io.lifeboat.coordinator.obligation.step;

import io.lifeboat.contract.step.StepFailed;
import io.lifeboat.coordinator.obligation.Course;
import io.lifeboat.coordinator.obligation.ObligationTurn;
import java.time.Duration;

/** It did not come about this time. What is owed stays owed, so another attempt always follows. */
final class RunFailedHandler {

    private final Course course;

    RunFailedHandler(Course course) {
        this.course = course;
    }

    ObligationTurn on(OwedRun run, StepFailed event) {
        if (run.superseded()) {
            return run.again(Duration.ZERO, "a newer execution ended its epoch");
        }
        String why = event.detail() + ": " + event.remedy();
        ObligationTurn again = run.again(course.pause(run.effort().attempt()), why);
        // What time alone does not mend needs a person; who knows it already is not told at every attempt.
        return event.retryable() || why.equals(run.effort().trouble()) ? again : again.raiseAlarm();
    }
}
