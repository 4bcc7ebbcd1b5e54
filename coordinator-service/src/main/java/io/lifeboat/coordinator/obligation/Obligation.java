package io.lifeboat.coordinator.obligation;

import io.lifeboat.contract.incident.ObligationOpened;
import io.lifeboat.coordinator.command.ExecutionRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is still owed, as a value.
 *
 * @param id the execution's id and what is owed; its runs are commanded under it, as an execution of their own
 * @param ref the execution that has ended
 * @param kind what is owed
 * @param text the same in words
 * @param charge what executors keep it with; null when only a person can
 * @param state where it stands
 * @param memory the number of the recollection it was kept under last
 */
public record Obligation(
        String id,
        ExecutionRef ref,
        Kind kind,
        String text,
        @Nullable Charge charge,
        ObligationState state,
        long memory) {

    private static final long FIRST = 1;

    public Obligation {
        // What was kept before there was such a thing says nothing of it.
        memory = Math.max(FIRST, memory);
    }

    /** One that executors are to keep. */
    public static Obligation owed(ExecutionRef ref, Kind kind, int number, String text, Charge charge) {
        // When it is due no clock has said yet: at once, whenever that is.
        Effort effort = new Effort.Due(1, Instant.EPOCH, null);
        return new Obligation(id(ref, kind, number), ref, kind, text, charge, new ObligationState.Open(effort), FIRST);
    }

    /** One that only a person can keep. */
    public static Obligation byHand(ExecutionRef ref, Kind kind, int number, String text) {
        Effort effort = new Effort.ByHand("a person does it and says so");
        return new Obligation(id(ref, kind, number), ref, kind, text, null, new ObligationState.Open(effort), FIRST);
    }

    /** Its message. */
    public ObligationOpened opened() {
        return new ObligationOpened(ref.incidentId(), ref.application(), id, kind.wireName(), text, kind.within());
    }

    public Obligation in(ObligationState next) {
        return new Obligation(id, ref, kind, text, charge, next, memory);
    }

    Obligation remembered(long now) {
        return new Obligation(id, ref, kind, text, charge, state, now);
    }

    private static String id(ExecutionRef ref, Kind kind, int number) {
        return ref.executionId() + "." + kind.wireName() + (number == 1 ? "" : "." + number);
    }
}
