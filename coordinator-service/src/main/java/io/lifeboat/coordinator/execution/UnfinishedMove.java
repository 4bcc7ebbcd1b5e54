package io.lifeboat.coordinator.execution;

import java.util.List;
import java.util.Optional;

/**
 * A move of the application that was begun and has not come to its end: its writer may be where it leads to, while its customers
 * are still sent to the region it leaves. Another execution the same way finishes it.
 *
 * @param executionId the execution that moved the writer, or may have
 * @param from the region it leaves
 * @param to the region it leads to
 */
public record UnfinishedMove(String executionId, String from, String to) {

    /**
     * What is unfinished of an application.
     *
     * @param newest its executions that act on production, the newest first
     */
    static Optional<UnfinishedMove> of(List<Execution> newest) {
        return newest.stream()
                .takeWhile(execution -> !(execution.state() instanceof ExecutionState.Completed))
                .filter(Execution::mayHaveMovedWriter)
                .map(Execution::ref)
                .map(ref -> new UnfinishedMove(ref.executionId(), ref.from(), ref.to()))
                .findFirst();
    }
}
