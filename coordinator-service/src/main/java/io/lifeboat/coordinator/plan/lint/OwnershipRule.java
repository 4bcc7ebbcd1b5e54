package io.lifeboat.coordinator.plan.lint;

import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A resource belongs to exactly one application: two failovers that both move it would undo each other. What many may
 * share (notification topics, webhooks) is no such resource.
 */
final class OwnershipRule implements Rule {

    @Override
    public void look(Candidate candidate, Findings findings) {
        Map<String, String> own = resources(candidate.plan());
        for (Plan other : candidate.others()) {
            Map<String, String> theirs = resources(other);
            own.forEach((resource, pointer) -> {
                if (theirs.containsKey(resource)) {
                    findings.error(
                            pointer,
                            resource + " belongs to the application '" + other.application() + "' already",
                            "let one application own it, and depend on that one");
                }
            });
        }
    }

    /** What a plan's steps change, by name, and where each is named first. */
    private static Map<String, String> resources(Plan plan) {
        Map<String, String> resources = new LinkedHashMap<>();
        List<String> regions = plan.regions().all();
        for (Procedure procedure : Procedure.of(plan)) {
            for (Step step : procedure.steps()) {
                String account = plan.targets().containsKey(step.target())
                        ? plan.targets().get(step.target()).account()
                        : "?";
                for (StepText text : StepText.of(step.with(), procedure.at(step, "with"), regions)) {
                    String resource = resource(text, account, step);
                    if (!resource.isEmpty()) {
                        resources.putIfAbsent(resource, text.pointer());
                    }
                }
            }
        }
        return resources;
    }

    private static String resource(StepText text, String account, Step step) {
        return switch (text.field()) {
            case "cluster", "targetGroup" -> Arn.of(text.text()).isPresent() ? text.text() : "";
            case "globalCluster" -> "global cluster " + text.text() + " of account " + account;
            case "service" ->
                "ECS service " + step.with().findPath("cluster").asText() + "/" + text.text() + " of account "
                        + account;
            case "name" ->
                switch (Procedure.role(step)) {
                    case TRAFFIC -> "the name " + text.text();
                    default -> "";
                };
            default -> "";
        };
    }
}
