package io.lifeboat.coordinator.execution.store;

import io.lifeboat.contract.Act;
import io.lifeboat.coordinator.execution.Execution;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An execution with the times of its row.
 *
 * @param execution the execution
 * @param openedAt when it was opened, by the database's clock
 * @param endedAt when it ended; null while it is open
 * @param acknowledged who has looked at it since it ended; null before
 */
public record StoredExecution(
        Execution execution,
        Instant openedAt,
        @Nullable Instant endedAt,
        @Nullable Act acknowledged) {

    static StoredExecution of(ExecutionRow row) {
        return new StoredExecution(
                row.execution(),
                row.openedAt(),
                row.endedAt().orElse(null),
                row.acknowledged().orElse(null));
    }
}
