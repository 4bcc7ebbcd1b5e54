package io.lifeboat.coordinator.execution;

import io.lifeboat.coordinator.command.Form;

/** What the loss of the region gone to means for an execution that leaves one which serves. */
public final class OtherSideDown {

    private OtherSideDown() {}

    /**
     * Before the point of no return: pause and ask, once. The next step may be the one that stops what serves, for a side that
     * does not. Past it turning back is no safer, and where the region left serves nobody there is nothing to stop.
     */
    public static Turn on(Execution execution) {
        boolean matters = execution.state() instanceof ExecutionState.Open
                && !(execution.state() instanceof ExecutionState.Aborting)
                && execution.procedure().form() == Form.PLANNED
                && !execution.isPastNoReturn()
                && !execution.otherSideDownSeen();
        if (!matters) {
            return Turn.of(execution);
        }
        return Turn.of(execution.withOtherSideDownSeen())
                .pause(PauseCause.otherSideDown(
                        "%s is lost, and %s is left for it: abort while that serves, or resume once %s answers"
                                .formatted(
                                        execution.ref().to(),
                                        execution.ref().from(),
                                        execution.ref().to())));
    }
}
