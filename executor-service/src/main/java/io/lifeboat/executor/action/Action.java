package io.lifeboat.executor.action;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.executor.call.CallFailedException;
import io.lifeboat.executor.call.Permit;
import org.jspecify.annotations.Nullable;

/**
 * The code that can carry out a step. It is convergent: the world is looked at first, and a change is made only when the
 * world says that it has not been made.
 *
 * <p>All methods may block; they run on a virtual thread of their run. They keep nothing between calls: another instance
 * may make the next one.
 *
 * @param <P> its parameters
 */
public interface Action<P> {

    /** Its name in plans, for example {@code aurora.failover}. */
    String name();

    /**
     * Reads its parameters.
     *
     * @throws InvalidParameterException naming the field and the remedy
     */
    P read(Parameters with);

    /** Whether the same change may be sent again when the world still says that it has not been made. */
    Repeat repeat(P parameters);

    /** How pressing its runs are. */
    default Tempo tempo() {
        return Tempo.STEP;
    }

    /**
     * Whether it could be carried out: asked once before the first change.
     *
     * @throws CallFailedException saying what stands in the way
     */
    default void check(Assignment<P> assignment) {}

    /**
     * Looks; changes nothing.
     *
     * @param sent the latest change this run sent, or null when it sent none
     * @throws CallFailedException when it cannot look
     */
    Observation observe(Assignment<P> assignment, @Nullable Sent sent);

    /**
     * Makes the one change that the latest observation named. What remains is found by the next observation.
     *
     * @param next what was observed
     * @param permit leave to do so; asked for a time-out right before the call
     * @return what was answered, kept and handed to the observations that follow
     * @throws CallFailedException saying whether the change may have been made all the same
     */
    JsonNode apply(Assignment<P> assignment, Observation.NotStarted next, Permit permit);
}
