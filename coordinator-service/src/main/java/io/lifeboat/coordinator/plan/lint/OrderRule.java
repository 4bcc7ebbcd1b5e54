package io.lifeboat.coordinator.plan.lint;

import io.lifeboat.contract.plan.Action.Role;
import io.lifeboat.contract.plan.Step;
import io.lifeboat.contract.plan.Strategy;
import java.util.List;
import java.util.Set;

/**
 * The order of a failover: fence, promote beside scaling, roll, try, and traffic last. A step that is there and comes too
 * late is an error; one that is missing altogether is a warning, for another may do its work under another name. The
 * fence is the exception: two writers are worse than none.
 */
final class OrderRule implements Rule {

    private static final String FAILOVER = "failover";

    @Override
    public void look(Candidate candidate, Findings findings) {
        List<Procedure> procedures = Procedure.of(candidate.plan());
        for (Procedure procedure : procedures) {
            fenceBeforePromotion(procedure, findings);
            trafficLast(procedure, findings);
            if (procedure.name().equals(FAILOVER)) {
                complete(procedure, candidate.plan().strategy(), findings);
            }
        }
        if (procedures.stream().noneMatch(procedure -> procedure.name().equals(FAILOVER))) {
            findings.warning(
                    "/procedures", "there is no failover", "write one, or nothing can be done in a region outage");
        }
    }

    private static void fenceBeforePromotion(Procedure procedure, Findings findings) {
        List<Step> fences = procedure.forRole(Role.FENCE);
        for (Step promotion : procedure.forRole(Role.PROMOTE)) {
            if (!procedure.name().equals(FAILOVER) && fences.isEmpty()) {
                continue; // a switchover fences by itself
            }
            if (fences.stream().noneMatch(fence -> procedure.before(promotion).contains(fence.id()))) {
                findings.error(
                        procedure.at(promotion, "needs"),
                        "'" + promotion.id() + "' promotes before the old writer is fenced",
                        "add a step with the action fence, and need it here");
            }
        }
    }

    private static void trafficLast(Procedure procedure, Findings findings) {
        for (Step shift : procedure.forRole(Role.TRAFFIC)) {
            Set<String> before = procedure.before(shift);
            after(procedure, shift, before, Role.CAPACITY, "before the capacity is there", findings);
            after(procedure, shift, before, Role.PROMOTE, "before the data is there", findings);
            after(procedure, shift, before, Role.ROLL, "before the pools are fresh", findings);
            boolean tried = procedure.forRole(Role.TRY).stream().anyMatch(step -> before.contains(step.id()));
            if (!tried) {
                findings.warning(
                        procedure.at(shift, "needs"),
                        "'" + shift.id() + "' moves traffic to a side nobody tried",
                        "need a step with the action http.smoke");
            }
        }
    }

    private static void after(
            Procedure procedure, Step shift, Set<String> before, Role role, String mistake, Findings findings) {
        for (Step earlier : procedure.forRole(role)) {
            if (!before.contains(earlier.id())) {
                findings.error(
                        procedure.at(shift, "needs"),
                        "'" + shift.id() + "' moves traffic " + mistake,
                        "need '" + earlier.id() + "', directly or through another step");
            }
        }
    }

    private static void complete(Procedure failover, Strategy strategy, Findings findings) {
        String at = Findings.at("procedures", FAILOVER);
        if (failover.forRole(Role.TRAFFIC).isEmpty()) {
            findings.warning(at, "no step moves traffic", "add a step with the action traffic.switch");
        }
        if (failover.forRole(Role.PROMOTE).isEmpty()) {
            findings.warning(at, "no step promotes the data", "add a step with the action aurora.failover");
        }
        if (failover.forRole(Role.CAPACITY).isEmpty() && strategy != Strategy.ACTIVE_ACTIVE) {
            findings.warning(at, "no step raises capacity", "add a step with the action ecs.scale");
        }
    }
}
