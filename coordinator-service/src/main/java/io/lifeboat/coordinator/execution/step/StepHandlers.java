package io.lifeboat.coordinator.execution.step;

import io.lifeboat.contract.signal.Heartbeat;
import io.lifeboat.contract.step.StepAccepted;
import io.lifeboat.contract.step.StepEvent;
import io.lifeboat.contract.step.StepFailed;
import io.lifeboat.contract.step.StepIndeterminate;
import io.lifeboat.contract.step.StepNeedsPerson;
import io.lifeboat.contract.step.StepProgressed;
import io.lifeboat.contract.step.StepRefused;
import io.lifeboat.contract.step.StepStarted;
import io.lifeboat.contract.step.StepSucceeded;
import io.lifeboat.coordinator.execution.Execution;
import io.lifeboat.coordinator.execution.ExecutionPolicy;
import io.lifeboat.coordinator.execution.Failures;
import io.lifeboat.coordinator.execution.Turn;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Gives each step event to its handler. */
public final class StepHandlers {

    private final StepAcceptedHandler accepted = new StepAcceptedHandler();
    private final StepStartedHandler started = new StepStartedHandler();
    private final StepProgressedHandler progressed = new StepProgressedHandler();
    private final StepSucceededHandler succeeded = new StepSucceededHandler();
    private final StepFailedHandler failed;
    private final StepRefusedHandler refused;
    private final StepIndeterminateHandler indeterminate = new StepIndeterminateHandler();
    private final StepNeedsPersonHandler needsPerson = new StepNeedsPersonHandler();

    public StepHandlers(ExecutionPolicy policy) {
        Failures failures = new Failures(policy);
        this.failed = new StepFailedHandler(failures);
        this.refused = new StepRefusedHandler(failures);
    }

    /**
     * The turn an event makes; none when it is a duplicate, late, or of an older attempt.
     *
     * @param execution the execution the event is about
     * @param event what became of a command
     * @param lastAccepted the last heartbeats the old writer accepted, by vantage
     * @param now the database's time
     */
    public Turn on(Execution execution, StepEvent event, Map<String, Heartbeat> lastAccepted, Instant now) {
        return InFlightStep.of(execution, event.ref(), lastAccepted)
                .or(() -> event instanceof StepSucceeded
                        ? InFlightStep.forgotten(execution, event.ref(), lastAccepted, now)
                        : Optional.empty())
                .map(at -> on(at, event, now))
                .orElseGet(() -> Turn.of(execution));
    }

    private Turn on(InFlightStep at, StepEvent event, Instant now) {
        return switch (event) {
            case StepAccepted is -> accepted.on(at, is, now);
            case StepStarted is -> started.on(at, is, now);
            case StepProgressed is -> progressed.on(at, is, now);
            case StepSucceeded is -> succeeded.on(at, is, now);
            case StepFailed is -> failed.on(at, is, now);
            case StepRefused is -> refused.on(at, is, now);
            case StepIndeterminate is -> indeterminate.on(at, is, now);
            case StepNeedsPerson is -> needsPerson.on(at, is, now);
        };
    }
}
