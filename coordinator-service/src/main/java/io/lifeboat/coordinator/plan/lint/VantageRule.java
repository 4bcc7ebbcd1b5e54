package io.lifeboat.coordinator.plan.lint;

import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.Vantage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Two vantages that agree are evidence, one is a rumour; one inside the failing region does not count. */
final class VantageRule implements Rule {

    private static final String FIELD = "/vantages";

    @Override
    public void look(Candidate candidate, Findings findings) {
        Plan plan = candidate.plan();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < plan.vantages().size(); i++) {
            String id = plan.vantages().get(i).id();
            if (!ids.add(id)) {
                findings.error(Findings.at("vantages", i, "id"), "there are two vantages '" + id + "'", "keep one");
            }
        }
        quorum(plan, findings);
        boolean somebodyElsewhere = plan.vantages().stream().anyMatch(vantage -> elsewhere(plan, vantage));
        if (plan.gate().everAutomatic()) {
            automatic(plan, somebodyElsewhere, findings);
        } else if (!somebodyElsewhere) {
            findings.warning(
                    FIELD,
                    "every vantage stands in a region of the plan",
                    "add one that stands in none, such as an office");
        }
    }

    private static void quorum(Plan plan, Findings findings) {
        int outside = outside(plan, plan.regions().home()).size();
        if (plan.gate().quorum() > outside) {
            findings.error(
                    "/gate/quorum",
                    "asks for " + plan.gate().quorum() + " vantages to agree, and " + outside + " stand outside "
                            + plan.regions().home(),
                    "lower the quorum or add vantages outside the home region");
        }
        plan.regions().other().stream()
                .filter(region -> plan.gate().quorum() > outside(plan, region).size())
                .forEach(region -> findings.warning(
                        FIELD,
                        "once " + region + " is active its loss is not seen by a quorum: only "
                                + outside(plan, region).size() + " vantages stand outside it",
                        "add one, for example in the home region"));
    }

    private static void automatic(Plan plan, boolean somebodyElsewhere, Findings findings) {
        List<Vantage> outside = outside(plan, plan.regions().home());
        if (outside.stream().map(VantageRule::domain).distinct().count() < 2) {
            findings.error(
                    "/gate/automation",
                    "automatic needs two vantages outside " + plan.regions().home() + " in different failure domains",
                    "add a vantage, or set automation to approve");
        }
        if (plan.gate().quorum() < 2) {
            findings.error(
                    "/gate/quorum",
                    "automatic with a quorum of " + plan.gate().quorum() + " would act on a rumour",
                    "set the quorum to 2 or more");
        }
        if (!somebodyElsewhere) {
            findings.error(
                    FIELD,
                    "automatic needs a vantage that stands in no region of the plan",
                    "add one, such as an office, or set automation to approve");
        }
    }

    private static List<Vantage> outside(Plan plan, String region) {
        return plan.vantages().stream()
                .filter(vantage -> !region.equals(vantage.region()))
                .toList();
    }

    private static boolean elsewhere(Plan plan, Vantage vantage) {
        return vantage.region() == null || !plan.regions().all().contains(vantage.region());
    }

    /** Vantages of one region fail together; one that stands in none has a failure domain of its own. */
    private static String domain(Vantage vantage) {
        return vantage.region() == null ? "vantage " + vantage.id() : "region " + vantage.region();
    }
}
