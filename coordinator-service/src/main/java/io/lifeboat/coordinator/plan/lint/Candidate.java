package io.lifeboat.coordinator.plan.lint;

import io.lifeboat.contract.Act;
import io.lifeboat.contract.plan.Places;
import io.lifeboat.contract.plan.Plan;
import java.util.List;

/**
 * A plan somebody would like to put in force.
 *
 * @param plan the plan
 * @param places where its parts stand in the text
 * @param submitters the people who submit it, one or two; empty when it is only looked at
 * @param others the plans in force of the other applications
 */
public record Candidate(Plan plan, Places places, List<Act> submitters, List<Plan> others) {

    public Candidate {
        submitters = List.copyOf(submitters);
        others = List.copyOf(others);
    }
}
