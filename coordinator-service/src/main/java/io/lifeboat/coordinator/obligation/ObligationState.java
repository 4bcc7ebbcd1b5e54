package io.lifeboat.coordinator.obligation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.lifeboat.contract.Act;
import org.jspecify.annotations.Nullable;

/**
 * Where an obligation stands.
 *
 * <pre>
 *            +-- an executor or a person shows that it was done --> Kept
 *            |
 *   Open ----+-- a person lets it go ------------------------------> Waived
 *            |
 *            +-- a newer execution makes it pointless -------------> Overtaken
 * </pre>
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ObligationState.Open.class, name = "open"),
    @JsonSubTypes.Type(value = ObligationState.Kept.class, name = "kept"),
    @JsonSubTypes.Type(value = ObligationState.Waived.class, name = "waived"),
    @JsonSubTypes.Type(value = ObligationState.Overtaken.class, name = "overtaken")
})
public sealed interface ObligationState {

    /** The state's name as people read it. */
    default String name() {
        return switch (this) {
            case Open open -> "open";
            case Kept kept -> "kept";
            case Waived waived -> "waived";
            case Overtaken overtaken -> "overtaken";
        };
    }

    /**
     * Owed.
     *
     * @param effort what is being done about it
     */
    record Open(Effort effort) implements ObligationState {

        public Open with(Effort next) {
            return new Open(next);
        }

        /** Done, as that shows; by a person, or by the machine when there is no act. */
        public Kept keep(String proof, @Nullable Act act) {
            return new Kept(proof, act);
        }

        public Waived waive(Act act) {
            return new Waived(act);
        }

        public Overtaken overtake(String why) {
            return new Overtaken(why);
        }
    }

    /** A state that owes nothing any more. */
    sealed interface Closed extends ObligationState permits Kept, Waived, Overtaken {}

    /**
     * It was done.
     *
     * @param proof what shows it
     * @param act who says so; null when the machine saw it
     */
    record Kept(String proof, @Nullable Act act) implements Closed {}

    /**
     * A person let it go.
     *
     * @param act who and why
     */
    record Waived(Act act) implements Closed {}

    /**
     * Pointless by now.
     *
     * @param why what made it so
     */
    record Overtaken(String why) implements Closed {}
}
