package io.lifeboat.coordinator.plan.lint;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.contract.plan.Places;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.Step;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What is told by region is told for every region of the plan, for no other, and says the truth about each. */
final class RegionRule implements Rule {

    private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]+)+-[0-9]+");

    @Override
    public void look(Candidate candidate, Findings findings) {
        Plan plan = candidate.plan();
        List<String> regions = plan.regions().all();
        int repeated = plan.regions().other().indexOf(plan.regions().home());
        if (repeated >= 0) {
            findings.error(Findings.at("regions", "other", repeated), "is the home region too", "name another region");
        }
        plan.datasources().forEach((name, datasource) -> {
            if (!datasource.regional().isEmpty()) {
                String pointer = Findings.at("datasources", name, "regional");
                complete(datasource.regional().keySet(), regions, pointer, findings);
            }
        });
        for (Procedure procedure : Procedure.of(plan)) {
            for (Step step : procedure.steps()) {
                maps(step.with(), procedure.at(step, "with"), regions, findings);
                StepText.of(step.with(), procedure.at(step, "with"), regions)
                        .forEach(text -> truthful(text, regions, findings));
            }
        }
    }

    private static void maps(JsonNode node, String pointer, List<String> regions, Findings findings) {
        List<String> keys = node.properties().stream().map(Map.Entry::getKey).toList();
        if (keys.stream().anyMatch(key -> REGION.matcher(key).matches())) {
            complete(keys, regions, pointer, findings);
        }
        node.properties()
                .forEach(entry -> maps(entry.getValue(), Places.child(pointer, entry.getKey()), regions, findings));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            maps(node.get(i), Places.child(pointer, i), regions, findings);
        }
    }

    /** Whether a mapping by region has an entry for each region of the plan, and no other. */
    static void complete(Collection<String> keys, List<String> regions, String pointer, Findings findings) {
        for (String region : regions) {
            if (!keys.contains(region)) {
                findings.error(pointer, "says nothing for " + region, "add the entry of " + region);
            }
        }
        for (String key : keys) {
            if (!regions.contains(key)) {
                findings.error(
                        Places.child(pointer, key),
                        "'" + key + "' is no region of the plan",
                        "use " + String.join(" and ", regions));
            }
        }
    }

    private static void truthful(StepText text, List<String> regions, Findings findings) {
        if (!regions.contains(text.key())) {
            return;
        }
        Arn.of(text.text())
                .filter(arn -> !arn.region().isEmpty() && !arn.region().equals(text.key()))
                .ifPresent(arn -> findings.error(
                        text.pointer(),
                        "is in " + arn.region() + " and stands for " + text.key(),
                        "write the ARN of the one in " + text.key()));
    }
}
