package io.lifeboat.audit.timing;

import io.lifeboat.contract.incident.StepSettled;
import io.lifeboat.contract.step.StepEvent;
import io.lifeboat.contract.step.StepFailed;
import io.lifeboat.contract.step.StepRef;
import io.lifeboat.contract.step.StepStarted;
import io.lifeboat.contract.step.StepSucceeded;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One step of an execution.
 *
 * @param stepId the step
 * @param action its action; null when it was never started
 * @param started when its first attempt started
 * @param elapsed how long its last attempt took, measured by the executor; null while it runs
 * @param attempts how many were started
 * @param outcome as the coordinator settled it, or {@code running} or {@code pending}
 */
public record StepTiming(
        String stepId,
        @Nullable String action,
        @Nullable Instant started,
        @Nullable Duration elapsed,
        int attempts,
        String outcome) {

    static StepTiming of(String executionId, String stepId, List<Told> all) {
        List<Told> own = all.stream()
                .filter(told -> told.message() instanceof StepEvent event && isOf(event.ref(), executionId, stepId))
                .toList();
        List<Told.Of<StepStarted>> starts = Told.of(own, StepStarted.class).toList();
        return new StepTiming(
                stepId,
                own.isEmpty()
                        ? null
                        : ((StepEvent) own.getFirst().message()).ref().action(),
                starts.isEmpty() ? null : starts.getFirst().at(),
                elapsed(own),
                (int) starts.stream()
                        .map(started -> started.message().ref().attempt())
                        .distinct()
                        .count(),
                outcome(executionId, stepId, all, !starts.isEmpty()));
    }

    private static boolean isOf(StepRef ref, String executionId, String stepId) {
        return ref.executionId().equals(executionId) && ref.stepId().equals(stepId);
    }

    private static @Nullable Duration elapsed(List<Told> own) {
        Duration elapsed = null;
        for (Told told : own) {
            elapsed = switch (told.message()) {
                case StepSucceeded succeeded -> succeeded.elapsed();
                case StepFailed failed -> failed.elapsed();
                default -> elapsed;
            };
        }
        return elapsed;
    }

    private static String outcome(String executionId, String stepId, List<Told> all, boolean started) {
        return Told.of(all, StepSettled.class)
                .map(Told.Of::message)
                .filter(settled -> settled.executionId().equals(executionId)
                        && settled.stepId().equals(stepId))
                .reduce((earlier, later) -> later)
                .map(settled -> settled.outcome().name().toLowerCase(Locale.ROOT))
                .orElse(started ? "running" : "pending");
    }
}
