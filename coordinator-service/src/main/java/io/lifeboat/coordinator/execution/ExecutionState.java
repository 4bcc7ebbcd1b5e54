package io.lifeboat.coordinator.execution;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.lifeboat.contract.Act;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

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
 *              +-- abort, supersede, give way --> Aborting <-------+
 *                                                   |
 *                                                   +-- nothing in flight any more --> Aborted
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
    }

    /**
     * It ends early; what was in flight is observed to a known state.
     *
     * @param act who and why
     * @param inFlight the steps that were in flight when that was said
     * @param ending what kind of end it is
     * @param knownBy when a person is asked about what is in flight still; null when only silence is asked about
     * @param overdue whether that has passed
     */
    record Aborting(
            Act act,
            List<String> inFlight,
            Ending ending,
            @Nullable Instant knownBy,
            boolean overdue) implements Open {

        public Aborting {
            inFlight = List.copyOf(inFlight);
            ending = kept(ending);
        }

        public Aborting late() {
            return new Aborting(act, inFlight, ending, knownBy, true);
        }

        public Aborted settled() {
            return new Aborted(act, ending);
        }
    }

    /** Every step ended. */
    record Completed() implements Closed {}

    /**
     * Ended early, and nothing of it is in flight.
     *
     * @param act who and why
     * @param ending what kind of end it was
     */
    record Aborted(Act act, Ending ending) implements Closed {

        public Aborted {
            ending = kept(ending);
        }
    }

    /** What was kept before there were several. */
    private static Ending kept(@Nullable Ending ending) {
        return ending == null ? Ending.ABORTED : ending;
    }
}
