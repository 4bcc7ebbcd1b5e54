package io.lifeboat.coordinator.plan;

import io.lifeboat.contract.plan.PlanProblem;
import java.util.List;

/** A plan that was not taken, with every reason. */
public final class PlanRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<PlanProblem> problems;

    PlanRefusedException(List<PlanProblem> problems) {
        super("the plan was refused: " + problems);
        this.problems = List.copyOf(problems);
    }

    /** What is wrong; warnings are among them. */
    public List<PlanProblem> problems() {
        return problems;
    }
}
