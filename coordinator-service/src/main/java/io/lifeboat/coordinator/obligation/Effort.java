package io.lifeboat.coordinator.obligation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is being done about an open obligation.
 *
 * <pre>
 *   Due --commanded--> UnderWay --failed, refused or silent--> Due (the next attempt)
 *    ^                    |
 *    |                    +-- an execution moves the application back --+
 *    |                                                                  v
 *    +------------------ that execution moved nothing ---------------- Held
 * </pre>
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Effort.ByHand.class, name = "by-hand"),
    @JsonSubTypes.Type(value = Effort.Due.class, name = "due"),
    @JsonSubTypes.Type(value = Effort.UnderWay.class, name = "under-way"),
    @JsonSubTypes.Type(value = Effort.Held.class, name = "held")
})
public sealed interface Effort {

    /** In words, for people. */
    String detail();

    /** Nothing by the machine: a person does it. */
    record ByHand(String detail) implements Effort {}

    /**
     * An attempt is to be commanded.
     *
     * @param attempt from 1
     * @param notBefore when
     * @param trouble how the one before ended; null when there was none
     */
    record Due(int attempt, Instant notBefore, @Nullable String trouble) implements Effort {

        @Override
        public String detail() {
            return trouble == null ? "to be commanded" : "attempt %d follows: %s".formatted(attempt, trouble);
        }

        public UnderWay commanded(long epoch, Instant now) {
            return new UnderWay(attempt, epoch, now, "commanded, not yet accepted", trouble);
        }

        public Held hold(String executionId) {
            return new Held(attempt, executionId);
        }
    }

    /**
     * Executors have it.
     *
     * @param attempt from 1
     * @param epoch the epoch it was commanded under
     * @param news when an executor last said something about it
     * @param detail what that was
     * @param trouble how the attempt before ended; null when there was none
     */
    record UnderWay(
            int attempt,
            long epoch,
            Instant news,
            String detail,
            @Nullable String trouble) implements Effort {

        public UnderWay heard(Instant now, String said) {
            return new UnderWay(attempt, epoch, now, said, trouble);
        }

        /** Another attempt, after so long. */
        public Due again(Instant now, Duration pause, String why) {
            return new Due(attempt + 1, now.plus(pause), why);
        }

        public Held hold(String executionId) {
            return new Held(attempt + 1, executionId);
        }
    }

    /**
     * An open execution moves the application into the region this is about: until it ends nothing is done there.
     *
     * @param attempt the next one
     * @param executionId that execution
     */
    record Held(int attempt, String executionId) implements Effort {

        @Override
        public String detail() {
            return "held: execution %s moves the application back into that region".formatted(executionId);
        }

        public Due release(Instant now) {
            return new Due(attempt, now, "execution %s ended without moving the application".formatted(executionId));
        }
    }
}
