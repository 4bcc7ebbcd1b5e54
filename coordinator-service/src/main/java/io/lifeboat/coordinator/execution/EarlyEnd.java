package io.lifeboat.coordinator.execution;

import io.lifeboat.contract.Act;
import io.lifeboat.contract.incident.StepSettled.Outcome;
import io.lifeboat.coordinator.command.Commands;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The end of an execution before its last step: nothing more starts, its epoch is retired, and what is in flight is observed. */
public final class EarlyEnd {

    private EarlyEnd() {}

    /** Whether an execution can be ended so. */
    public static boolean possible(Execution execution) {
        return execution.state() instanceof ExecutionState.Running
                || execution.state() instanceof ExecutionState.Paused;
    }

    /**
     * Begins it. One that is ending already only learns why it ends now.
     *
     * @param execution an open one
     * @param act who and why
     * @param knownBy when a person is asked about what is in flight still; null when only silence is asked about
     * @param now the database's time
     */
    public static Turn begin(Execution execution, Act act, Ending ending, @Nullable Instant knownBy, Instant now) {
        if (execution.state() instanceof ExecutionState.Aborting aborting) {
            return Turn.of(execution).in(new ExecutionState.Aborting(act, aborting.inFlight(), ending, knownBy, false));
        }
        Turn turn = Turn.of(execution)
                .in(new ExecutionState.Aborting(act, execution.inFlight(), ending, knownBy, false))
                .say(Commands.retireEpoch(
                        execution.ref(), now, "%s by %s: %s".formatted(word(ending), act.who(), act.why())));
        for (String step : execution.stepsThat(StepState.Retrying.class::isInstance)) {
            if (execution.step(step) instanceof StepState.Retrying retrying) {
                turn = turn.settle(
                        step, retrying.givenUp("the execution was %s".formatted(word(ending))), Outcome.FAILED);
            }
        }
        return turn;
    }

    private static String word(Ending ending) {
        return switch (ending) {
            case ABORTED -> "aborted";
            case GAVE_WAY -> "ended for a disaster";
            case SUPERSEDED -> "superseded";
        };
    }
}
