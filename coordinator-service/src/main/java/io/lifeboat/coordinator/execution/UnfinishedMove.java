package io.lifeboat.coordinator.execution;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A move of the application that was begun and has not come to its end: its writer may be where it leads to, while its customers
 * are still sent to the region it leaves. Another execution the same way finishes it.
 *
 * @param executionId the execution that moved the writer, or may have
 * @param from the region it leaves
 * @param to the region it leads to
 * @param promoted the promotions known to have come about the same way: their actions by their steps, the latest of each
 */
public record UnfinishedMove(String executionId, String from, String to, Map<String, String> promoted) {

    public UnfinishedMove {
        promoted = Map.copyOf(promoted);
    }

    /**
     * What is unfinished of an application.
     *
     * @param newest its executions that act on production, the newest first
     */
    static Optional<UnfinishedMove> of(List<Execution> newest) {
        List<Execution> unfinished = newest.stream()
                .takeWhile(execution -> !(execution.state() instanceof ExecutionState.Completed))
                .filter(Execution::mayHaveMovedWriter)
                .toList();
        return unfinished.stream().map(Execution::ref).findFirst().map(ref -> {
            Map<String, String> promoted = new HashMap<>();
            unfinished.stream()
                    .filter(other -> other.ref().from().equals(ref.from())
                            && other.ref().to().equals(ref.to()))
                    .forEach(other -> other.promoted().forEach(promoted::putIfAbsent));
            return new UnfinishedMove(ref.executionId(), ref.from(), ref.to(), promoted);
        });
    }
}
