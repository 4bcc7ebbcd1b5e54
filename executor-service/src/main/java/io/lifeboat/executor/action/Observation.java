package io.lifeboat.executor.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.lifeboat.contract.signal.HeartbeatRow;
import io.lifeboat.contract.step.ErrorClass;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an action sees of the world. */
public sealed interface Observation {

    /** In words, for people. */
    String detail();

    /**
     * What was wanted is so.
     *
     * @param extent how much of it
     * @param detail in words
     * @param evidence what was seen; null when there is nothing to tell
     * @param heartbeats the newest heartbeat rows readable at the writer, from actions that look; else empty
     */
    record Done(Extent extent, String detail, @Nullable JsonNode evidence, List<HeartbeatRow> heartbeats)
            implements Observation {

        public Done {
            heartbeats = List.copyOf(heartbeats);
        }
    }

    /** How much of what was wanted is so. */
    enum Extent {
        WHOLE,
        /** The least that serves. */
        DEGRADED,
        /** Not yet, and nothing here can bring it about now: a fence whose region does not answer. */
        PENDING
    }

    /**
     * A change is due.
     *
     * @param change its name within the action
     * @param detail in words
     * @param memo what the observations after the change need to know of the world before it; an object
     */
    record NotStarted(String change, String detail, JsonNode memo) implements Observation {}

    /**
     * The cloud reports that it is under way.
     *
     * @param detail in words
     * @param enough what may be taken for done when the budget is nearly spent, or null
     */
    record InProgress(String detail, @Nullable Done enough) implements Observation {}

    /**
     * It was looked at and is not so, and no change of this action makes it so: it is waited for.
     *
     * @param detail in words
     * @param remedy what a person can do
     */
    record NotSo(String detail, String remedy) implements Observation {}

    /**
     * The world contradicts the command.
     *
     * @param detail in words
     * @param remedy what a person can do
     */
    record Contradiction(String detail, String remedy) implements Observation {}

    /**
     * It could not be looked at.
     *
     * @param errorClass why
     * @param detail in words
     * @param remedy what a person can do
     */
    record Unknown(ErrorClass errorClass, String detail, String remedy) implements Observation {}

    /**
     * A person is to do it.
     *
     * @param detail what is asked
     * @param who who should; anyone when empty
     * @param within how long there is
     */
    record Question(String detail, String who, Duration within) implements Observation {}

    /** Wholly done, with nothing more to tell. */
    static Done done(String detail) {
        return new Done(Extent.WHOLE, detail, null, List.of());
    }

    /** Wholly done, with evidence. */
    static Done done(String detail, JsonNode evidence) {
        return new Done(Extent.WHOLE, detail, evidence, List.of());
    }

    /** A change is due and nothing of the world before it needs remembering. */
    static NotStarted notStarted(String change, String detail) {
        return new NotStarted(change, detail, JsonNodeFactory.instance.objectNode());
    }

    /** Under way; nothing less than the whole will do. */
    static InProgress inProgress(String detail) {
        return new InProgress(detail, null);
    }
}
