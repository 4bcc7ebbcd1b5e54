package io.lifeboat.coordinator.plan.lint;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.contract.plan.Action;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.Step;

/**
 * What keeps traffic where it was sent: the witness must outlive the loss of either region, and where traffic is switched and
 * where the latch is put right must be the same objects.
 */
final class LatchRule implements Rule {

    private static final String WITNESS = "witness";

    @Override
    public void look(Candidate candidate, Findings findings) {
        Plan plan = candidate.plan();
        for (Procedure procedure : Procedure.of(plan)) {
            for (Step step : procedure.steps()) {
                Action action = Procedure.action(step);
                if (action == Action.TRAFFIC_SWITCH) {
                    witness(plan, procedure, step, findings);
                    twoRegions(plan, procedure, step, findings);
                } else if (action == Action.TRAFFIC_LATCH) {
                    witness(plan, procedure, step, findings);
                    afterTheSwitch(procedure, step, findings);
                }
            }
        }
    }

    private static void witness(Plan plan, Procedure procedure, Step step, Findings findings) {
        String region = step.with().path(WITNESS).path("region").asText();
        if (plan.regions().all().contains(region)) {
            findings.error(
                    procedure.at(step, "with", WITNESS, "region"),
                    "the witness stands in " + region
                            + ", which the application moves to and from: traffic would drift when it is lost or returns",
                    "name a region that the plan does not list");
        }
    }

    private static void twoRegions(Plan plan, Procedure procedure, Step step, Findings findings) {
        if (plan.regions().other().size() > 1) {
            findings.error(
                    procedure.at(step, "action"),
                    step.action() + " switches between two failover records, and the plan has "
                            + plan.regions().all().size() + " regions",
                    "keep one other region, or move traffic by another action");
        }
    }

    private static void afterTheSwitch(Procedure procedure, Step step, Findings findings) {
        boolean same = procedure.forRole(Action.Role.TRAFFIC).stream()
                .filter(shift -> procedure.before(step).contains(shift.id()))
                .anyMatch(shift -> same(shift.with(), step.with(), "bucket")
                        && same(shift.with(), step.with(), WITNESS)
                        && same(shift.with(), step.with(), "key"));
        if (!same) {
            findings.error(
                    procedure.at(step, "with"),
                    "'" + step.id() + "' puts right what no switch before it says",
                    "need the step with traffic.switch, and give both the same bucket, witness and key");
        }
    }

    private static boolean same(JsonNode one, JsonNode other, String field) {
        return one.path(field).equals(other.path(field));
    }
}
