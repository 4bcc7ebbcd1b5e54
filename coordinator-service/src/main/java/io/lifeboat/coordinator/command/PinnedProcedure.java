package io.lifeboat.coordinator.command;

import io.lifeboat.contract.plan.Datasource;
import java.util.List;
import java.util.Map;

/**
 * A procedure, made concrete for one execution and kept with it, so that no later plan changes what is under way.
 *
 * @param steps in the order they were written
 * @param datasources the datasources of the plan, by name
 * @param unreachableOldWriterAccepted whether two people accepted in advance that a promotion goes on while the old
 *     writer could not be fenced
 * @param form how it is run
 */
public record PinnedProcedure(
        List<PinnedStep> steps, Map<String, Datasource> datasources, boolean unreachableOldWriterAccepted, Form form) {

    public PinnedProcedure {
        steps = List.copyOf(steps);
        datasources = Map.copyOf(datasources);
        // What was kept before there was such a thing says nothing of it.
        form = form == null ? Form.UNPLANNED : form;
    }

    /** The same with these steps. */
    public PinnedProcedure withSteps(List<PinnedStep> others) {
        return new PinnedProcedure(others, datasources, unreachableOldWriterAccepted, form);
    }

    /**
     * The step of that id.
     *
     * @throws IllegalArgumentException when there is none
     */
    public PinnedStep step(String id) {
        return steps.stream()
                .filter(step -> step.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no step " + id));
    }
}
