package io.lifeboat.coordinator.plan.lint;

import io.lifeboat.contract.plan.Places;
import io.lifeboat.contract.plan.PlanProblem;
import io.lifeboat.contract.plan.PlanProblem.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Collects what the rules find. */
final class Findings {

    private final Places places;
    private final List<PlanProblem> problems = new ArrayList<>();

    Findings(Places places) {
        this.places = places;
    }

    void error(String pointer, String message, String remedy) {
        add(Severity.ERROR, pointer, message, remedy);
    }

    void warning(String pointer, String message, String remedy) {
        add(Severity.WARNING, pointer, message, remedy);
    }

    /** Errors first, then in the order of the text. */
    List<PlanProblem> all() {
        return problems.stream()
                .sorted(Comparator.comparing(PlanProblem::severity)
                        .thenComparing(
                                problem -> Optional.ofNullable(problem.line()).orElse(0)))
                .toList();
    }

    /** The JSON pointer of a path. */
    static String at(Object... path) {
        String pointer = "";
        for (Object part : path) {
            pointer = Places.child(pointer, part.toString());
        }
        return pointer;
    }

    private void add(Severity severity, String pointer, String message, String remedy) {
        problems.add(new PlanProblem(severity, pointer, places.line(pointer), message, remedy));
    }
}
