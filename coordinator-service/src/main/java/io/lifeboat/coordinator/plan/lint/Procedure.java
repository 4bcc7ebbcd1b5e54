package io.lifeboat.coordinator.plan.lint;

import io.lifeboat.contract.plan.Action;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.Step;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A procedure as a graph. */
record Procedure(String name, List<Step> steps) {

    static List<Procedure> of(Plan plan) {
        return plan.procedures().entrySet().stream()
                .map(entry -> new Procedure(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Where a part of a step stands. */
    String at(Step step, Object... path) {
        String pointer = Findings.at("procedures", name, steps.indexOf(step));
        return pointer + Findings.at(path);
    }

    /** The steps whose action is for that. */
    List<Step> forRole(Action.Role role) {
        return steps.stream().filter(step -> role(step) == role).toList();
    }

    /** Everything that must have ended well before this step, near and far. Ends in a graph with circles too. */
    Set<String> before(Step step) {
        Map<String, Step> byId = new HashMap<>();
        steps.forEach(each -> byId.put(each.id(), each));
        Set<String> before = new HashSet<>();
        collect(step, byId, before);
        return before;
    }

    private static void collect(Step step, Map<String, Step> byId, Set<String> before) {
        for (String need : step.needs()) {
            if (before.add(need) && byId.containsKey(need)) {
                collect(byId.get(need), byId, before);
            }
        }
    }

    static Action.Role role(Step step) {
        return action(step).role();
    }

    /** The action of a step; the reader lets no unknown one through. */
    static Action action(Step step) {
        return Action.named(step.action())
                .orElseThrow(() -> new IllegalArgumentException("there is no action " + step.action()));
    }
}
