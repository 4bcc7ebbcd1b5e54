package io.lifeboat.contract.incident;

import io.lifeboat.contract.Act;
import java.util.List;

/**
 * The decision: one run of a procedure began.
 *
 * @param incidentId the incident
 * @param application the application
 * @param executionId the execution
 * @param epoch its fencing number
 * @param mode what it may touch
 * @param procedure the procedure's name
 * @param from the region that was active
 * @param to the region to be served from
 * @param planRevision the plan it runs
 * @param planHash that plan's hash
 * @param steps the ids of its steps, in the order they were written
 * @param decidedBy the people who approved; empty when the machine decided by itself
 */
public record ExecutionOpened(
        String incidentId,
        String application,
        String executionId,
        long epoch,
        Mode mode,
        String procedure,
        String from,
        String to,
        int planRevision,
        String planHash,
        List<String> steps,
        List<Act> decidedBy)
        implements IncidentEvent {

    public ExecutionOpened {
        decidedBy = decidedBy == null ? List.of() : List.copyOf(decidedBy);
        steps = List.copyOf(steps);
    }
}
