package io.lifeboat.coordinator.plan;

import io.lifeboat.contract.plan.PlanProblem;
import io.lifeboat.contract.plan.PlanRevision;
import java.util.List;

/**
 * What became of a submission.
 *
 * @param application the application
 * @param revision the revision now on record
 * @param hash its plan's hash
 * @param state whether it is in force
 * @param changed whether this submission made that revision; false when it said what was in force already
 * @param warnings what the linter would have otherwise
 */
public record Submitted(
        String application,
        int revision,
        String hash,
        PlanRevision.State state,
        boolean changed,
        List<PlanProblem> warnings) {

    static Submitted of(PlanRevision message, boolean changed, List<PlanProblem> warnings) {
        return new Submitted(
                message.application(), message.revision(), message.hash(), message.state(), changed, warnings);
    }
}
