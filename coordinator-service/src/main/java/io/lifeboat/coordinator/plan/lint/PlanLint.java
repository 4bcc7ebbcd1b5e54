package io.lifeboat.coordinator.plan.lint;

import io.lifeboat.contract.plan.PlanProblem;
import java.util.List;

/** Looks at a plan with every rule there is. */
public final class PlanLint {

    private static final List<Rule> RULES = List.of(
            // where it stands, and who looks at it
            new RegionRule(),
            new VantageRule(),
            new TargetRule(),
            new WatchRule(),
            new DataWatchRule(),
            // what the machine may do, and what people accepted in advance
            new GateRule(),
            new AcceptanceRule(),
            // what would be done
            new GraphRule(),
            new OrderRule(),
            new ReachRule(),
            new LatchRule(),
            new ReferenceRule(),
            new BaselineRule(),
            // beside other applications
            new OwnershipRule());

    private PlanLint() {}

    /** Everything found, errors first; empty for a plan nothing is wrong with. */
    public static List<PlanProblem> lint(Candidate candidate) {
        Findings findings = new Findings(candidate.places());
        RULES.forEach(rule -> rule.look(candidate, findings));
        return findings.all();
    }
}
