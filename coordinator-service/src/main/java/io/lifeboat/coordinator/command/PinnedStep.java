package io.lifeboat.coordinator.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.contract.plan.Action;
import io.lifeboat.contract.plan.Step.OnFailure;
import io.lifeboat.contract.plan.Target;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A step of a plan, made concrete for one execution.
 *
 * @param id the step
 * @param action the action that is run, the planned form of it in a rehearsal
 * @param with its parameters, pinned to the two regions
 * @param target the account and roles it runs in; null when the plan names none of that name
 * @param needs steps that must have ended well before
 * @param within the budget of one attempt
 * @param onFailure what a failure does to the execution
 */
public record PinnedStep(
        String id,
        String action,
        JsonNode with,
        @Nullable Target target,
        List<String> needs,
        Duration within,
        OnFailure onFailure) {

    private static final Set<String> MOVES_TRAFFIC = Set.of("traffic.switch", "route53.shift");

    public PinnedStep {
        needs = List.copyOf(needs);
    }

    /** The same with other parameters. */
    public PinnedStep with(JsonNode parameters) {
        return new PinnedStep(id, action, parameters, target, needs, within, onFailure);
    }

    /** Whether the machine must never run it a second time by itself. */
    public boolean irreversible() {
        return Action.named(action).filter(Action::irreversible).isPresent();
    }

    /** Whether it moves the writer. */
    public boolean promotes() {
        return Action.named(action)
                .filter(known -> known.role() == Action.Role.PROMOTE)
                .isPresent();
    }

    /** Whether the way back is barred once it was commanded. */
    public boolean pointOfNoReturn() {
        return irreversible() || MOVES_TRAFFIC.contains(action);
    }
}
