package io.lifeboat.contract.plan;

/** A text that is no YAML, or more of it than a plan needs. */
final class RefusedYamlException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient PlanProblem problem;

    RefusedYamlException(PlanProblem problem) {
        super(problem.message());
        this.problem = problem;
    }

    PlanProblem problem() {
        return problem;
    }
}
