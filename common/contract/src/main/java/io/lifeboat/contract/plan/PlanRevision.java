package io.lifeboat.contract.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.lifeboat.contract.Act;
import org.jspecify.annotations.Nullable;

/**
 * The message on {@code plans}: one revision of one application's plan.
 *
 * @param application the application
 * @param revision counts up from 1
 * @param hash SHA-256 of the plan's canonical JSON, in hex; commands carry it
 * @param state whether the plan is in force
 * @param plan the plan; null when it was withdrawn
 * @param act who submitted it and why
 * @param second the second person, where the plan accepts something in advance
 */
public record PlanRevision(
        String application,
        int revision,
        String hash,
        State state,
        @Nullable Plan plan,
        Act act,
        @Nullable Act second) {

    /** Whether a plan is in force. */
    public enum State {
        @JsonProperty("in-force")
        IN_FORCE,
        @JsonProperty("withdrawn")
        WITHDRAWN
    }
}
