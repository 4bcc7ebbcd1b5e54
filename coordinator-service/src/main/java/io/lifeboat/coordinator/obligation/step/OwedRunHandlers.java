package io.lifeboat.coordinator.obligation.step;

import io.lifeboat.contract.step.StepAccepted;
import io.lifeboat.contract.step.StepEvent;
import io.lifeboat.contract.step.StepFailed;
import io.lifeboat.contract.step.StepIndeterminate;
import io.lifeboat.contract.step.StepNeedsPerson;
import io.lifeboat.contract.step.StepProgressed;
import io.lifeboat.contract.step.StepRefused;
import io.lifeboat.contract.step.StepStarted;
import io.lifeboat.contract.step.StepSucceeded;
import io.lifeboat.coordinator.obligation.Course;
import io.lifeboat.coordinator.obligation.ObligationKeeping.Given;
import io.lifeboat.coordinator.obligation.ObligationTurn;

/** Gives each step event of an obligation's run to its handler. */
public final class OwedRunHandlers {

    private final RunNewsHandler news = new RunNewsHandler();
    private final RunSucceededHandler succeeded = new RunSucceededHandler();
    private final RunNeedsPersonHandler needsPerson = new RunNeedsPersonHandler();
    private final RunFailedHandler failed;
    private final RunRefusedHandler refused;

    public OwedRunHandlers(Course course) {
        this.failed = new RunFailedHandler(course);
        this.refused = new RunRefusedHandler(course);
    }

    /** The turn an event makes; none when it is a duplicate, late, or of an older attempt. */
    public ObligationTurn on(Given given, StepEvent event) {
        return OwedRun.of(given, event.ref())
                .map(run -> on(run, event))
                .orElseGet(() -> ObligationTurn.of(given.obligation()));
    }

    private ObligationTurn on(OwedRun run, StepEvent event) {
        return switch (event) {
            case StepAccepted is -> news.on(run, is);
            case StepStarted is -> news.on(run, is);
            case StepProgressed is -> news.on(run, is);
            case StepIndeterminate is -> news.on(run, is);
            case StepSucceeded is -> succeeded.on(run, is);
            case StepFailed is -> failed.on(run, is);
            case StepRefused is -> refused.on(run, is);
            case StepNeedsPerson is -> needsPerson.on(run, is);
        };
    }
}
