package io.lifeboat.coordinator.gate;

import io.lifeboat.contract.Act;
import io.lifeboat.contract.incident.DisasterClass;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the data stands, as far as anybody knows: what is seen now, what was seen in this incident, and what people lifted. */
public sealed interface DataCondition {

    /** Somebody looks, and nothing is wrong; or nothing was ever seen wrong by those who can look no more. */
    record Whole(String reason) implements DataCondition {}

    /** Something is wrong that a maintenance window explains. */
    record Expected(String reason, Duration age) implements DataCondition {}

    /** It is damaged, or was when it was last looked at. Stays so until people lift it. */
    record Damaged(DisasterClass disasterClass, String reason, Duration age) implements DataCondition {}

    /** The commander and another person said what it was. */
    record Reclassified(String reason, List<Act> by) implements DataCondition {

        public Reclassified {
            by = List.copyOf(by);
        }
    }

    /** The class of the damage; null where there is none. */
    default @Nullable DisasterClass damage() {
        return this instanceof Damaged damaged ? damaged.disasterClass() : null;
    }
}
