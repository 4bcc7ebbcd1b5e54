package io.lifeboat.executor.run;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.contract.step.StepSucceeded.Effect;
import io.lifeboat.executor.action.Observation;
import io.lifeboat.executor.action.Sent;
import org.jspecify.annotations.Nullable;

/**
 * Where a step run is.
 *
 * <pre>
 *   Accepted ----intend----> Intended ---answered---> Applied ---+--intend (the next change, or a repeat)
 *     ^  |                    |   |  ^                 |  |      |
 *     |  |                    |   |  +-----------------|--+------+
 *     +--|------rejected------+   |                    |
 *        |                      lost                   |
 *        |                        v                    |
 *        |                  Indeterminate --intend (a repeat, where allowed)--> Intended
 *        |                        |                    |
 *        +----------end-----------+--------end---------+-----> Ended
 * </pre>
 *
 * <p>Intended means that the call may be under way: whoever takes such a run over treats it as lost and looks first.
 * Rejected means that the call certainly changed nothing, and leads back to where it came from.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RunState.Accepted.class, name = "accepted"),
    @JsonSubTypes.Type(value = RunState.Intended.class, name = "intended"),
    @JsonSubTypes.Type(value = RunState.Applied.class, name = "applied"),
    @JsonSubTypes.Type(value = RunState.Indeterminate.class, name = "indeterminate"),
    @JsonSubTypes.Type(value = RunState.Ended.class, name = "ended")
})
public sealed interface RunState {

    /** A state in which nothing is being sent: it can be observed from. */
    sealed interface AtRest extends RunState {

        /** The latest change that was sent, or null. */
        @JsonIgnore
        @Nullable
        Sent sent();

        /** What a run that ends well from here has done. */
        @JsonIgnore
        Effect effect();

        /** A change is to be sent; commit this before sending it. */
        default Intended intend(Intent intent) {
            return new Intended(intent, this);
        }

        /** It came to its end. */
        default Ended end(Outcome outcome, String detail) {
            return new Ended(outcome, detail, this);
        }
    }

    /** Stored, and nothing was sent yet. */
    record Accepted() implements AtRest {

        @Override
        public @Nullable Sent sent() {
            return null;
        }

        @Override
        public Effect effect() {
            return Effect.ALREADY_SO;
        }
    }

    /**
     * A change is being sent, or is about to be.
     *
     * @param intent the change
     * @param before where the run goes back to when the call is rejected
     */
    record Intended(Intent intent, AtRest before) implements RunState {

        /** The call was answered. */
        public Applied answered(JsonNode answer) {
            return new Applied(intent, answer);
        }

        /** The call certainly changed nothing. */
        public AtRest rejected() {
            return before;
        }

        /** Nobody knows whether the call changed anything: its answer was lost, or its sender. */
        public Indeterminate lost(String why) {
            return new Indeterminate(intent, why);
        }
    }

    /**
     * A change was made; the world is looked at until it shows.
     *
     * @param intent the change
     * @param answer what was answered
     */
    record Applied(Intent intent, JsonNode answer) implements AtRest {

        @Override
        public Sent sent() {
            return new Sent(intent.change(), intent.memo(), answer);
        }

        @Override
        public Effect effect() {
            return Effect.APPLIED;
        }
    }

    /**
     * A change may have been made; the world is looked at until it says.
     *
     * @param intent the change
     * @param why nobody knows
     */
    record Indeterminate(Intent intent, String why) implements AtRest {

        @Override
        public Sent sent() {
            return new Sent(intent.change(), intent.memo(), null);
        }

        @Override
        public Effect effect() {
            return Effect.APPLIED;
        }
    }

    /**
     * Over; its last event says how.
     *
     * @param outcome how
     * @param detail in words
     * @param from where it stood, so that another attempt of the step knows what was sent; null when nothing was done for it
     */
    record Ended(Outcome outcome, String detail, @Nullable AtRest from) implements RunState {}

    /** How a run ends. */
    enum Outcome {
        SUCCEEDED,
        FAILED,
        REFUSED,
        /** A person was asked; the answer comes as another command or none. */
        ASKED,
        /** A newer attempt of the step was commanded before this one had ended, and goes on from where it stood. */
        CARRIED_ON
    }

    /** The latest intent of a state, or null. */
    static @Nullable Intent latestIntent(RunState state) {
        return switch (state) {
            case Accepted ignored -> null;
            case Intended intended -> intended.intent();
            case Applied applied -> applied.intent();
            case Indeterminate indeterminate -> indeterminate.intent();
            case Ended ignored -> null;
        };
    }

    /** The effect of a run that ends well, after what was observed. */
    static Effect effectOf(AtRest state, Observation.Done done) {
        return switch (done.extent()) {
            case WHOLE -> state.effect();
            case DEGRADED -> Effect.DEGRADED;
            case PENDING -> Effect.PENDING;
        };
    }
}
