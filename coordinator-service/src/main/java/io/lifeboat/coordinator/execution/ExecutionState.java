package io.lifeboat.coordinator.execution;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.lifeboat.contract.Act;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Where an execution stands.
 *
 * <pre>
 *              +-------- resumed, or the last cause settled -------+
 *              v                                                   |
 *   (opened) Running -- a step failed, is silent; a person; ---> Paused --+ (another cause)
 *              |        the outage cleared too early               |   ^--+
 *              |                                                   |
 *              +---- every step ended ----> Completed              |
 *              |                                                   |
 *              +------ abort ------> Aborting <------ abort -------+
 *                                       |
 *                                       +-- nothing in flight any more --> Aborted
 * </pre>
 *
 * Running, Paused and Aborting are open: they hold the application's slot. While paused or aborting no new step starts;
 * what is in flight is observed on.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ExecutionState.Running.class, name = "running"),
    @JsonSubTypes.Type(value = ExecutionState.Paused.class, name = "paused"),
    @JsonSubTypes.Type(value = ExecutionState.Aborting.class, name = "aborting"),
    @JsonSubTypes.Type(value = ExecutionState.Completed.class, name = "completed"),
    @JsonSubTypes.Type(value = ExecutionState.Aborted.class, name = "aborted")
})
public sealed interface ExecutionState {

    /** The state's name as people read it. */
    default String name() {
        return switch (this) {
            case Running running -> "running";
            case Paused paused -> "paused";
            case Aborting aborting -> "aborting";
            case Completed completed -> "completed";
            case Aborted aborted -> "aborted";
        };
    }

    /** A state that holds the application's slot. */
    sealed interface Open extends ExecutionState permits Running, Paused, Aborting {}

    /** A state that has given the slot back. */
    sealed interface Closed extends ExecutionState permits Completed, Aborted {}

    /** Ready steps are commanded. */
    record Running() implements Open {

        public Paused pause(PauseCause cause) {
            return new Paused(List.of(cause));
        }

        public Aborting abort(Act act, List<String> inFlight) {
            return new Aborting(act, inFlight);
        }

        public Completed complete() {
            return new Completed();
        }
    }

    /**
     * No new step starts until a person says what to do.
     *
     * @param causes why, the oldest first; never empty
     */
    record Paused(List<PauseCause> causes) implements Open {

        public Paused {
            causes = List.copyOf(causes);
        }

        public Paused alsoBecause(PauseCause cause) {
            List<PauseCause> more = new ArrayList<>(causes);
            more.add(cause);
            return new Paused(more);
        }

        /** Without the causes that are settled: still paused when some are left, else running. */
        public Open settle(Predicate<PauseCause> settled) {
            List<PauseCause> left = causes.stream().filter(settled.negate()).toList();
            return left.isEmpty() ? resume() : new Paused(left);
        }

        public Running resume() {
            return new Running();
        }

        public Aborting abort(Act act, List<String> inFlight) {
            return new Aborting(act, inFlight);
        }
    }

    /**
     * A person ended it early; what was in flight is observed to a known state.
     *
     * @param act who and why
     * @param inFlight the steps that were in flight when it was aborted
     */
    record Aborting(Act act, List<String> inFlight) implements Open {

        public Aborting {
            inFlight = List.copyOf(inFlight);
        }

        public Aborted settled() {
            return new Aborted(act);
        }
    }

    /** Every step ended. */
    record Completed() implements Closed {}

    /**
     * Ended early, and nothing of it is in flight.
     *
     * @param act who and why
     */
    record Aborted(Act act) implements Closed {}
}
