package io.lifeboat.executor.run;

import io.lifeboat.contract.command.RunStep;
import io.lifeboat.contract.step.StepRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step run as it is stored.
 *
 * @param command the command it carries out
 * @param state where it is
 * @param acceptedAt when, by the database's clock
 * @param notAfter when it may no longer start to change things, by the database's clock
 * @param budgetEnd when its budget is spent, by the database's clock
 * @param startedAt when it was first looked at; null before
 * @param endedAt when it ended; null before
 * @param leaseHolder the instance that carries it on; null when none does
 */
public record StepRun(
        RunStep command,
        RunState state,
        Instant acceptedAt,
        Instant notAfter,
        Instant budgetEnd,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String leaseHolder) {

    /** How its events refer to a command. */
    public static StepRef ref(RunStep command, String executor) {
        return new StepRef(
                command.commandId(),
                command.application(),
                command.incidentId(),
                command.executionId(),
                command.epoch(),
                command.stepId(),
                command.attempt(),
                command.action(),
                command.mode(),
                executor);
    }
}
