package io.lifeboat.coordinator.plan.lint;

import io.lifeboat.contract.plan.Action;
import io.lifeboat.contract.plan.EcsCapacityProbe;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.Step;
import io.lifeboat.contract.plan.Watch;
import java.util.Objects;

/** A step that matches a baseline has one sampled beforehand: a region that is lost cannot be asked what it ran. */
final class BaselineRule implements Rule {

    @Override
    public void look(Candidate candidate, Findings findings) {
        Plan plan = candidate.plan();
        for (Procedure procedure : Procedure.of(plan)) {
            for (Step step : procedure.steps()) {
                if (Procedure.action(step) == Action.ECS_SCALE && step.with().has("match") && !sampled(plan, step)) {
                    String cluster = step.with().path("cluster").asText();
                    String service = step.with().path("service").asText();
                    findings.error(
                            procedure.at(step, "with") + "/match",
                            "no watch samples the service %s of cluster %s".formatted(service, cluster),
                            "add a watch with tier: capacity, in: active, ecs-capacity: { cluster: %s, service: %s }"
                                    .formatted(cluster, service));
                }
            }
        }
    }

    private static boolean sampled(Plan plan, Step step) {
        return plan.watches().stream()
                .map(Watch::ecsCapacity)
                .filter(Objects::nonNull)
                .anyMatch(probe -> matches(probe, step));
    }

    private static boolean matches(EcsCapacityProbe probe, Step step) {
        return probe.cluster().equals(step.with().path("cluster").asText())
                && probe.service().equals(step.with().path("service").asText());
    }
}
