package io.lifeboat.coordinator.plan.lint;

/** One family of things that can be wrong with a plan. */
interface Rule {

    /** Looks at the plan and adds what it finds. */
    void look(Candidate candidate, Findings findings);
}
