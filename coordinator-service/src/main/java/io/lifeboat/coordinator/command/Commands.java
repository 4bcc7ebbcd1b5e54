package io.lifeboat.coordinator.command;

import io.lifeboat.contract.command.RetireEpoch;
import io.lifeboat.contract.command.RunStep;
import java.time.Duration;
import java.time.Instant;

/** Makes the commands of one execution. */
public final class Commands {

    private Commands() {}

    /**
     * The command of one attempt. Its id is made of execution, step and attempt, so that the same decision taken twice is
     * the same message.
     *
     * @param ref the execution
     * @param procedure its pinned procedure
     * @param step the step
     * @param attempt from 1
     * @param now the database's time
     * @param expiry how long the command may wait to be accepted
     */
    public static RunStep runStep(
            ExecutionRef ref, PinnedProcedure procedure, PinnedStep step, int attempt, Instant now, Duration expiry) {
        return new RunStep(
                ref.executionId() + "/" + step.id() + "/" + attempt,
                ref.application(),
                ref.incidentId(),
                ref.executionId(),
                ref.epoch(),
                ref.mode(),
                step.id(),
                attempt,
                step.action(),
                step.with(),
                step.target(),
                procedure.datasources(),
                ref.from(),
                ref.to(),
                now,
                now.plus(expiry),
                step.within(),
                ref.planRevision(),
                ref.planHash());
    }

    /** Tells executors that nothing more may start under this execution's epoch. */
    public static RetireEpoch retireEpoch(ExecutionRef ref, Instant now, String reason) {
        return new RetireEpoch(
                ref.executionId() + "/retire",
                ref.application(),
                ref.incidentId(),
                ref.executionId(),
                ref.epoch(),
                now,
                reason);
    }
}
