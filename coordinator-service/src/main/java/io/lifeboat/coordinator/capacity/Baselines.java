package io.lifeboat.coordinator.capacity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.contract.plan.Action;
import io.lifeboat.coordinator.command.PinnedProcedure;
import io.lifeboat.coordinator.command.PinnedStep;
import java.util.List;
import java.util.Optional;

/**
 * The baselines of the region an execution leaves.
 *
 * @param known one for each service that was sampled there
 */
public record Baselines(List<Baseline> known) {

    private static final String MATCH = "match";

    public Baselines {
        known = List.copyOf(known);
    }

    /**
     * Replaces {@code match: baseline} by the capacity that was sampled, so that the executor asks nobody. Where nothing was
     * sampled the words stay: the executor then asks the region left, which may still answer.
     */
    public PinnedProcedure pin(PinnedProcedure procedure) {
        return procedure.withSteps(procedure.steps().stream().map(this::pin).toList());
    }

    private PinnedStep pin(PinnedStep step) {
        if (!step.action().equals(Action.ECS_SCALE.wireName()) || !step.with().has(MATCH)) {
            return step;
        }
        return of(step.with())
                .map(baseline -> step.with(matching(step.with(), baseline)))
                .orElse(step);
    }

    private Optional<Baseline> of(JsonNode with) {
        return known.stream()
                .filter(baseline -> baseline.cluster()
                                .equals(with.path("cluster").asText())
                        && baseline.service().equals(with.path("service").asText()))
                .findFirst();
    }

    private static ObjectNode matching(JsonNode with, Baseline baseline) {
        ObjectNode pinned = with.deepCopy();
        pinned.remove(MATCH);
        pinned.putObject("baseline")
                .put("minimum", baseline.minimum())
                .put("desired", baseline.desired())
                .put("sampleAge", baseline.sampleAge().toString());
        return pinned;
    }
}
