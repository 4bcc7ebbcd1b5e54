package io.lifeboat.executor.run;

import io.lifeboat.contract.step.ErrorClass;
import io.lifeboat.contract.step.StepRefused;
import io.lifeboat.contract.step.StepSucceeded.Effect;
import io.lifeboat.executor.action.Observation;
import java.time.Duration;

/** What to do next about a run. */
sealed interface Move {

    /** Make this change. */
    record Change(Observation.NotStarted next) implements Move {}

    /** Look again after a while. */
    record LookAgain(String detail) implements Move {}

    /** It is so. */
    record Succeed(Observation.Done done, Effect effect) implements Move {}

    /** It did not come about. */
    record Fail(ErrorClass errorClass, boolean retryable, String detail, String remedy) implements Move {}

    /** Nothing was done and nothing may be. */
    record Refuse(StepRefused.Reason reason, String detail) implements Move {}

    /** A person must do or decide something. */
    record Ask(String question, String who, Duration within) implements Move {}
}
