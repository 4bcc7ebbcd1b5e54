package io.lifeboat.coordinator.execution;

import io.lifeboat.contract.Act;
import io.lifeboat.contract.incident.Mode;
import io.lifeboat.contract.plan.PlanRevision;
import io.lifeboat.coordinator.command.Form;
import java.util.List;

/**
 * What the gate asks for when it decides to proceed.
 *
 * @param incidentId the incident it is for
 * @param application the application
 * @param procedure the name of a procedure of the plan
 * @param mode what it may touch
 * @param form how the procedure is run
 * @param from the region that was active
 * @param to the region to be served from
 * @param plan the revision the decision rests on; the execution runs this one whatever is submitted later
 * @param decidedBy the people who approved; empty when the machine decided by itself
 */
public record OpenExecution(
        String incidentId,
        String application,
        String procedure,
        Mode mode,
        Form form,
        String from,
        String to,
        PlanRevision plan,
        List<Act> decidedBy) {

    public OpenExecution {
        decidedBy = List.copyOf(decidedBy);
    }
}
