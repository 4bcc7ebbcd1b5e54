package io.lifeboat.coordinator.execution;

import io.lifeboat.contract.Act;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Ends an execution because a disaster needs its slot. */
@ApplicationScoped
public class GivingWay {

    private final Executions executions;
    private final ExecutionPolicy policy;

    GivingWay(Executions executions, ExecutionPolicy policy) {
        this.executions = executions;
        this.policy = policy;
    }

    /**
     * Has an execution start nothing more, inside the caller's transaction. May be called as often as one likes.
     *
     * @param act which disaster, as the reason
     * @return whether its slot is free; false while a step of it is not known yet
     */
    public Uni<Boolean> toDisaster(String executionId, Act act) {
        return executions
                .take(
                        executionId,
                        (execution, now) -> EarlyEnd.possible(execution)
                                ? EarlyEnd.begin(execution, act, Ending.GAVE_WAY, now.plus(policy.knownWithin()), now)
                                : Turn.of(execution))
                .map(after -> after.filter(execution -> execution.state() instanceof ExecutionState.Open)
                        .isEmpty());
    }
}
