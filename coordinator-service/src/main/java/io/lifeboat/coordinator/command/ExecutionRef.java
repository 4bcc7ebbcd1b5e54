package io.lifeboat.coordinator.command;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.lifeboat.contract.incident.Mode;

/**
 * Which execution a command belongs to; fixed when it was opened.
 *
 * @param executionId the execution
 * @param incidentId the incident it is for
 * @param application the application, and so the key of every message
 * @param procedure the procedure's name
 * @param mode what it may touch
 * @param from the region that was active
 * @param to the region to be served from
 * @param epoch its fencing number
 * @param planRevision the plan it runs
 * @param planHash that plan's hash
 */
public record ExecutionRef(
        String executionId,
        String incidentId,
        String application,
        String procedure,
        Mode mode,
        String from,
        String to,
        long epoch,
        int planRevision,
        String planHash) {

    /** The procedure that leads home again; people begin it, and no incident asks for it. */
    public static final String FAILBACK = "failback";

    /** Whether people planned it while nothing was wrong: it has no incident, and gives way to a disaster. */
    @JsonIgnore
    public boolean isPlannedByPeople() {
        return mode == Mode.REHEARSAL || procedure.equals(FAILBACK);
    }
}
