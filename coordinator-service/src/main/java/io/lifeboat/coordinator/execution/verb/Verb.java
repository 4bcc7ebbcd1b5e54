package io.lifeboat.coordinator.execution.verb;

import io.lifeboat.contract.Act;
import io.lifeboat.coordinator.execution.Execution;
import io.lifeboat.coordinator.execution.NextSteps;
import io.lifeboat.coordinator.execution.Turn;
import java.time.Instant;

/** One thing a person may say to an execution. */
public sealed interface Verb permits Abort, Pause, Resume, Supersede, Verb.OfStep {

    /** The verb as people write it, with the step where it is about one: {@code abort}, {@code retry promote}. */
    String name();

    /** Who says it, and why. */
    Act act();

    /** Whether it may be said now. */
    boolean legalIn(Execution execution);

    /**
     * What it makes of the execution.
     *
     * @param execution one in which this verb is legal
     * @param next sends commands
     * @param now the database's time
     */
    Turn on(Execution execution, NextSteps next, Instant now);

    /** One that is about a step. */
    sealed interface OfStep extends Verb permits RetryStep, SkipStep, StepDone {

        /** The step's id. */
        String step();
    }
}
