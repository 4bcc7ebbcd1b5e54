package io.lifeboat.sandbox.ecs;

import java.time.Instant;

/**
 * One rollout of a service.
 *
 * @param id as in {@code ecs-svc/<digits>}
 * @param createdAt when it was forced
 * @param updatedAt when its rollout state last changed
 * @param rollout IN_PROGRESS until all its tasks are in service and those before it are gone
 */
public record Deployment(String id, Instant createdAt, Instant updatedAt, Rollout rollout) {

    /** {@code DeploymentRolloutState}; FAILED is not modelled. */
    public enum Rollout {
        IN_PROGRESS,
        COMPLETED
    }

    Deployment completed(Instant at) {
        return new Deployment(id, createdAt, at, Rollout.COMPLETED);
    }
}
