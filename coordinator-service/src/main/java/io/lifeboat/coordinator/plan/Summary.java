package io.lifeboat.coordinator.plan;

import io.lifeboat.contract.Act;
import io.lifeboat.contract.plan.PlanRevision;
import java.time.Instant;

/**
 * One line of the list of plans.
 *
 * @param application the application
 * @param revision its newest revision
 * @param hash that revision's plan's hash
 * @param state whether it is in force
 * @param act who submitted it, and why
 * @param submittedAt when, by the coordinator's database
 */
public record Summary(
        String application, int revision, String hash, PlanRevision.State state, Act act, Instant submittedAt) {

    static Summary of(PlanRevisionRow row) {
        PlanRevision message = row.message();
        return new Summary(
                message.application(),
                message.revision(),
                message.hash(),
                message.state(),
                message.act(),
                row.submittedAt());
    }
}
