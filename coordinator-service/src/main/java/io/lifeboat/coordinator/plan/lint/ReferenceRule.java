package io.lifeboat.coordinator.plan.lint;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.contract.plan.Action;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.Step;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is named elsewhere exists there: datasources, steps, placeholders. */
final class ReferenceRule implements Rule {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");
    private static final Set<String> PLACEHOLDERS = Set.of("from", "to");

    @Override
    public void look(Candidate candidate, Findings findings) {
        Plan plan = candidate.plan();
        for (Procedure procedure : Procedure.of(plan)) {
            for (Step step : procedure.steps()) {
                look(plan, procedure, step, findings);
            }
        }
        assets(plan, findings);
        dependencies(candidate, findings);
    }

    /** Who waits for itself, if by way of others, is recovered never: each of the circle waits for the next. */
    private static void dependencies(Candidate candidate, Findings findings) {
        Plan plan = candidate.plan();
        Map<String, List<String>> needs = new HashMap<>();
        candidate.others().forEach(other -> needs.put(other.application(), other.dependsOn()));
        for (int i = 0; i < plan.dependsOn().size(); i++) {
            String needed = plan.dependsOn().get(i);
            if (needed.equals(plan.application())) {
                findings.error(Findings.at("dependsOn", i), "the application waits for itself", "remove it");
            } else if (reaches(needed, plan.application(), needs, new HashSet<>())) {
                findings.error(
                        Findings.at("dependsOn", i),
                        "'%s' waits for '%s' in turn".formatted(needed, plan.application()),
                        "remove one of the two dependencies");
            }
        }
    }

    private static boolean reaches(String from, String to, Map<String, List<String>> needs, Set<String> seen) {
        return seen.add(from)
                && needs.getOrDefault(from, List.of()).stream()
                        .anyMatch(next -> next.equals(to) || reaches(next, to, needs, seen));
    }

    private static void look(Plan plan, Procedure procedure, Step step, Findings findings) {
        JsonNode datasource = step.with().path("datasource");
        if (datasource.isTextual() && !plan.datasources().containsKey(datasource.asText())) {
            findings.error(
                    procedure.at(step, "with", "datasource"),
                    "there is no datasource '" + datasource.asText() + "'",
                    "add it under datasources");
        }
        if (step.within().compareTo(Duration.ofSeconds(1)) < 0) {
            findings.error(procedure.at(step, "within"), "leaves no time", "give the step a second or more");
        }
        if (Procedure.action(step) == Action.SQL_CHECK) {
            String query = step.with().path("query").asText().strip().toLowerCase(Locale.ROOT);
            if (!query.startsWith("select") && !query.startsWith("with")) {
                findings.error(procedure.at(step, "with", "query"), "does not look", "write one SELECT");
            }
        }
        List<String> regions = plan.regions().all();
        for (StepText text : StepText.of(step.with(), procedure.at(step, "with"), regions)) {
            Matcher placeholder = PLACEHOLDER.matcher(text.text());
            while (placeholder.find()) {
                if (!PLACEHOLDERS.contains(placeholder.group(1))) {
                    findings.error(
                            text.pointer(),
                            "nothing replaces " + placeholder.group() + " in a step",
                            "use {from} or {to}");
                }
            }
        }
    }

    private static void assets(Plan plan, Findings findings) {
        Set<String> steps = plan.procedures().values().stream()
                .flatMap(List::stream)
                .map(Step::id)
                .collect(Collectors.toSet());
        for (int i = 0; i < plan.assets().size(); i++) {
            Map<String, Object> asset = plan.assets().get(i);
            Object covered = asset.get("covered");
            if (covered != null && !steps.contains(covered.toString())) {
                findings.error(
                        Findings.at("assets", i, "covered"),
                        "there is no step '" + covered + "'",
                        "name a step of a procedure, or say uncovered and why");
            }
        }
    }
}
