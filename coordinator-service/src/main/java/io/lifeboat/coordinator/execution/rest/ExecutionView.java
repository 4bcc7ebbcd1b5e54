package io.lifeboat.coordinator.execution.rest;

import io.lifeboat.contract.Act;
import io.lifeboat.contract.incident.LossInterval;
import io.lifeboat.contract.incident.Mode;
import io.lifeboat.coordinator.command.ExecutionRef;
import io.lifeboat.coordinator.command.Form;
import io.lifeboat.coordinator.command.PinnedStep;
import io.lifeboat.coordinator.execution.Ending;
import io.lifeboat.coordinator.execution.Execution;
import io.lifeboat.coordinator.execution.ExecutionState;
import io.lifeboat.coordinator.execution.NextSafeVerb;
import io.lifeboat.coordinator.execution.PauseCause;
import io.lifeboat.coordinator.execution.StepState;
import io.lifeboat.coordinator.execution.store.StoredExecution;
import io.lifeboat.coordinator.execution.verb.LegalVerbs;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An execution as people read it.
 *
 * @param executionId the execution
 * @param incidentId the incident it is for
 * @param application the application
 * @param procedure the procedure's name
 * @param mode what it may touch
 * @param form planned where nothing is to be lost, else unplanned
 * @param from the region that was active
 * @param to the region to be served from
 * @param epoch its fencing number
 * @param planRevision the plan it runs
 * @param planHash that plan's hash
 * @param state running, paused, aborting, completed or aborted
 * @param waitingFor why it is paused, or what an abort still waits for; empty otherwise
 * @param pastNoReturn whether a step was commanded that cannot be taken back
 * @param loss the loss stated at the promotion; null when there was none, or nobody measured it
 * @param openedAt when it was opened, by the database's clock
 * @param endedAt when it ended; null while it is open
 * @param acknowledged who has looked at it since it ended, or null
 * @param abortedBy who ended it early and why, or null
 * @param ending aborted, gave-way or superseded; null when it was not ended early
 * @param nextSafeVerb what to do after an early end; null when there was none
 * @param legalVerbs what may be said to it now
 * @param steps its steps, in the order they were written
 */
public record ExecutionView(
        String executionId,
        String incidentId,
        String application,
        String procedure,
        Mode mode,
        Form form,
        String from,
        String to,
        long epoch,
        int planRevision,
        String planHash,
        String state,
        List<String> waitingFor,
        boolean pastNoReturn,
        @Nullable LossInterval loss,
        Instant openedAt,
        @Nullable Instant endedAt,
        @Nullable Act acknowledged,
        @Nullable Act abortedBy,
        @Nullable Ending ending,
        @Nullable String nextSafeVerb,
        List<String> legalVerbs,
        List<StepView> steps) {

    /**
     * A step as people read it.
     *
     * @param id the step
     * @param action the action that is run
     * @param state where it stands
     * @param attempt the latest attempt; 0 when it was never commanded
     * @param detail what there is to say about it
     * @param remedy what a person can do; null when there is nothing to mend
     * @param needs the steps that must have ended well before
     * @param within the budget of one attempt
     */
    public record StepView(
            String id,
            String action,
            String state,
            int attempt,
            String detail,
            @Nullable String remedy,
            List<String> needs,
            Duration within) {

        static StepView of(PinnedStep step, StepState state) {
            return new StepView(
                    step.id(),
                    step.action(),
                    state.name(),
                    state.attempt(),
                    state.detail(),
                    state instanceof StepState.Failed failed ? failed.remedy() : null,
                    step.needs(),
                    step.within());
        }
    }

    static ExecutionView of(StoredExecution stored) {
        Execution execution = stored.execution();
        ExecutionRef ref = execution.ref();
        Act abortedBy = abortedBy(execution.state());
        return new ExecutionView(
                ref.executionId(),
                ref.incidentId(),
                ref.application(),
                ref.procedure(),
                ref.mode(),
                execution.procedure().form(),
                ref.from(),
                ref.to(),
                ref.epoch(),
                ref.planRevision(),
                ref.planHash(),
                execution.state().name(),
                waitingFor(execution),
                execution.isPastNoReturn(),
                execution.promotionLoss(),
                stored.openedAt(),
                stored.endedAt(),
                stored.acknowledged(),
                abortedBy,
                ending(execution.state()),
                abortedBy == null ? null : NextSafeVerb.of(execution),
                LegalVerbs.of(execution),
                execution.procedure().steps().stream()
                        .map(step -> StepView.of(step, execution.step(step.id())))
                        .toList());
    }

    private static List<String> waitingFor(Execution execution) {
        return switch (execution.state()) {
            case ExecutionState.Paused paused ->
                paused.causes().stream().map(PauseCause::reason).toList();
            case ExecutionState.Aborting aborting ->
                execution.inFlight().stream()
                        .map(step -> "step " + step + " is in flight: "
                                + execution.step(step).detail())
                        .toList();
            default -> List.of();
        };
    }

    private static @Nullable Act abortedBy(ExecutionState state) {
        return switch (state) {
            case ExecutionState.Aborting aborting -> aborting.act();
            case ExecutionState.Aborted aborted -> aborted.act();
            default -> null;
        };
    }

    private static @Nullable Ending ending(ExecutionState state) {
        return switch (state) {
            case ExecutionState.Aborting aborting -> aborting.ending();
            case ExecutionState.Aborted aborted -> aborted.ending();
            default -> null;
        };
    }
}
