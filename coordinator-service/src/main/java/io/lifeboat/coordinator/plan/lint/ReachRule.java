package io.lifeboat.coordinator.plan.lint;

import io.lifeboat.contract.plan.Action;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.Step;

/**
 * Recovery runs where the disaster is not: no step of a failover needs a control plane of the region that fails, and
 * traffic moves without Route 53's, which is in us-east-1.
 */
final class ReachRule implements Rule {

    private static final String FAILOVER = "failover";
    private static final String ROUTE_53 = "us-east-1";

    @Override
    public void look(Candidate candidate, Findings findings) {
        Plan plan = candidate.plan();
        for (Procedure procedure : Procedure.of(plan)) {
            for (Step step : procedure.steps()) {
                look(plan, procedure, step, findings);
            }
        }
    }

    private static void look(Plan plan, Procedure procedure, Step step, Findings findings) {
        Action action = Procedure.action(step);
        boolean failover = procedure.name().equals(FAILOVER);
        switch (action.reach()) {
            case REGION_LEFT -> {
                if (failover) {
                    findings.error(
                            procedure.at(step, "action"),
                            action.wireName() + " needs the region that fails to be healthy",
                            "use aurora.failover here, and name " + action.wireName() + " as its planned action");
                }
            }
            case US_EAST_1 -> {
                if (failover && plan.regions().home().equals(ROUTE_53)) {
                    findings.error(
                            procedure.at(step, "action"),
                            action.wireName() + " needs Route 53's control plane, which is lost with " + ROUTE_53,
                            "use traffic.switch, which needs the data plane alone");
                } else {
                    findings.warning(
                            procedure.at(step, "action"),
                            action.wireName() + " needs Route 53's control plane in " + ROUTE_53,
                            "use traffic.switch, and keep this as the last resort");
                }
            }
            case REGION_GONE_TO, NONE -> {
                // that is where recovery may reach
            }
        }
    }
}
