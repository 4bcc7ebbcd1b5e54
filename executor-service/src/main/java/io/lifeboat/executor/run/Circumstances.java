package io.lifeboat.executor.run;

import io.lifeboat.contract.incident.Mode;
import io.lifeboat.executor.action.Repeat;
import java.time.Duration;
import java.time.Instant;

/**
 * What bears on the next move beside the run's state and the observation; all times by the database's clock.
 *
 * @param now the time
 * @param acceptedAt when the command was accepted
 * @param startedAt when the run was first looked at
 * @param notAfter when a run that was not looked at yet may no longer start to change things
 * @param budgetEnd when the step's budget is spent
 * @param settle how long a change that must not be repeated is observed before a person is asked
 * @param repeat whether the action's changes may be repeated
 * @param mode what may be touched
 * @param superseded whether the execution was retired or a newer epoch was seen
 */
record Circumstances(
        Instant now,
        Instant acceptedAt,
        Instant startedAt,
        Instant notAfter,
        Instant budgetEnd,
        Duration settle,
        Repeat repeat,
        Mode mode,
        boolean superseded) {

    boolean budgetSpent() {
        return !now.isBefore(budgetEnd);
    }

    /** The last tenth of the budget has begun: what is enough is taken. */
    boolean budgetNearlySpent() {
        Duration tenth = Duration.between(acceptedAt, budgetEnd).dividedBy(10);
        return !now.isBefore(budgetEnd.minus(tenth));
    }

    boolean expired() {
        return startedAt.isAfter(notAfter);
    }
}
