package io.lifeboat.coordinator.execution;

import io.lifeboat.contract.Act;
import io.lifeboat.contract.incident.Mode;
import io.lifeboat.coordinator.command.ExecutionRef;
import io.lifeboat.coordinator.command.Form;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What others need to know of an execution.
 *
 * @param executionId the execution
 * @param incidentId the incident it is for
 * @param application the application
 * @param procedure the procedure's name
 * @param mode what it may touch
 * @param form how the procedure is run
 * @param from the region that was active
 * @param to the region to be served from
 * @param phase how far it is
 * @param inFlight the steps an executor has, or may have
 * @param supersededBy who wants another in its place; null when nobody does
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
        Form form,
        String from,
        String to,
        Phase phase,
        List<String> inFlight,
        @Nullable Act supersededBy,
        boolean pastNoReturn,
        Instant openedAt,
        @Nullable Instant endedAt) {

    public ExecutionSummary {
        inFlight = List.copyOf(inFlight);
    }

    /** Whether it gives way to a disaster: what nobody needs now does. */
    public boolean givesWay() {
        return mode == Mode.REHEARSAL || procedure.equals(ExecutionRef.FAILBACK);
    }

    /** What it is, in words. */
    public String kind() {
        if (mode == Mode.REHEARSAL) {
            return "a rehearsal";
        }
        return form == Form.PLANNED && !givesWay() ? "a switchover" : "a " + procedure;
    }

    /** Whether it was to move the writer without a loss, began to, and was given up. */
    public boolean isFailedSwitchover() {
        return mode == Mode.LIVE && form == Form.PLANNED && pastNoReturn && phase == Phase.ABORTED;
    }

    /** How far an execution is. Running, paused and aborting are open: they hold the application's slot. */
    public enum Phase {
        RUNNING,
        PAUSED,
        ABORTING,
        COMPLETED,
        ABORTED
    }
}
