package io.lifeboat.coordinator.execution;

import io.lifeboat.contract.incident.Mode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What others need to know of an execution.
 *
 * @param executionId the execution
 * @param incidentId the incident it is for
 * @param application the application
 * @param procedure the procedure's name
 * @param mode what it may touch
 * @param from the region that was active
 * @param to the region to be served from
 * @param phase how far it is
 * @param pastNoReturn whether a step was commanded that cannot be taken back
 * @param openedAt when it was opened, by the database's clock
 * @param endedAt when it ended; null while it is open
 */
public record ExecutionSummary(
        String executionId,
        String incidentId,
        String application,
        String procedure,
        Mode mode,
        String from,
        String to,
        Phase phase,
        boolean pastNoReturn,
        Instant openedAt,
        @Nullable Instant endedAt) {

    /** How far an execution is. Running, paused and aborting are open: they hold the application's slot. */
    public enum Phase {
        RUNNING,
        PAUSED,
        ABORTING,
        COMPLETED,
        ABORTED
    }
}
