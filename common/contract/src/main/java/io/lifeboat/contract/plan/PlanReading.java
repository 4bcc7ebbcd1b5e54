package io.lifeboat.contract.plan;

import java.util.List;

/** What became of a plan's text. */
public sealed interface PlanReading {

    /**
     * It is a plan, as far as its form goes; whether it is a wise one is for the linter to say.
     *
     * @param plan the plan, defaults filled in
     * @param places where its parts stand in the text
     */
    record Readable(Plan plan, Places places) implements PlanReading {}

    /**
     * It is none.
     *
     * @param problems what is wrong, in the order of the text; never empty
     */
    record Refused(List<PlanProblem> problems) implements PlanReading {

        public Refused {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("problems: is empty; a refusal says why");
            }
        }
    }
}
