package io.lifeboat.audit.timing;

import io.lifeboat.contract.incident.ExecutionAborted;
import io.lifeboat.contract.incident.ExecutionCompleted;
import io.lifeboat.contract.incident.ExecutionOpened;
import io.lifeboat.contract.incident.ExecutionPaused;
import io.lifeboat.contract.incident.ExecutionResumed;
import io.lifeboat.contract.incident.Mode;
import java.time.Instant;
import java.util.List;

/**
 * One run of a procedure.
 *
 * @param executionId the execution
 * @param mode live, rehearsal, drill or simulated
 * @param procedure the procedure's name
 * @param from the region that was active
 * @param to the region served from afterwards
 * @param opened when it was opened
 * @param state {@code running}, {@code paused}, {@code completed} or {@code aborted}, as last told
 * @param steps its steps in the order they were written
 */
public record ExecutionTiming(
        String executionId,
        Mode mode,
        String procedure,
        String from,
        String to,
        Instant opened,
        String state,
        List<StepTiming> steps) {

    static List<ExecutionTiming> of(List<Told> all) {
        return Told.of(all, ExecutionOpened.class)
                .map(opened -> of(opened, all))
                .toList();
    }

    private static ExecutionTiming of(Told.Of<ExecutionOpened> opened, List<Told> all) {
        ExecutionOpened message = opened.message();
        return new ExecutionTiming(
                message.executionId(),
                message.mode(),
                message.procedure(),
                message.from(),
                message.to(),
                opened.at(),
                state(message.executionId(), all),
                message.steps().stream()
                        .map(step -> StepTiming.of(message.executionId(), step, all))
                        .toList());
    }

    private static String state(String executionId, List<Told> all) {
        String state = "running";
        for (Told told : all) {
            state = switch (told.message()) {
                case ExecutionPaused paused when paused.executionId().equals(executionId) -> "paused";
                case ExecutionResumed resumed when resumed.executionId().equals(executionId) -> "running";
                case ExecutionCompleted completed when completed.executionId().equals(executionId) -> "completed";
                case ExecutionAborted aborted when aborted.executionId().equals(executionId) -> "aborted";
                default -> state;
            };
        }
        return state;
    }
}
