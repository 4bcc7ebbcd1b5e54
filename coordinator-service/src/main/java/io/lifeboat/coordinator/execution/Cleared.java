package io.lifeboat.coordinator.execution;

import io.lifeboat.contract.incident.Mode;
import io.lifeboat.coordinator.command.Form;

/** What the end of an outage means for the execution that answers it. */
public final class Cleared {

    private Cleared() {}

    /**
     * Before the point of no return: pause and ask, once. Past it: go on, for half a failover serves nobody. Whoever
     * planned a rehearsal wants it although nothing is wrong, and a region that is left by switchover has answered all along.
     */
    public static Turn on(Execution execution) {
        boolean matters = execution.state() instanceof ExecutionState.Open
                && !(execution.state() instanceof ExecutionState.Aborting)
                && execution.ref().mode() == Mode.LIVE
                && execution.procedure().form() == Form.UNPLANNED
                && !execution.isPastNoReturn()
                && !execution.clearedSeen();
        if (!matters) {
            return Turn.of(execution);
        }
        return Turn.of(execution.withClearedSeen())
                .pause(PauseCause.cleared(
                        "%s answers again and nothing was done that cannot be taken back: abort, or resume to leave it all the same"
                                .formatted(execution.ref().from())));
    }
}
