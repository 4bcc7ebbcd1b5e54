package io.lifeboat.coordinator.incident;

import io.lifeboat.chassis.problem.ProblemException;
import io.lifeboat.contract.Act;
import org.jspecify.annotations.Nullable;

/**
 * The body of every verb: every human act carries both.
 *
 * @param who who says it
 * @param why the reason
 */
public record Word(@Nullable String who, @Nullable String why) {

    /** The act; refused when a part of it is missing. */
    static Act act(@Nullable String who, @Nullable String why) {
        return new Act(
                required(who, "who", "say who you are"),
                required(why, "why", "say why; it is kept with the incident for good"));
    }

    static String required(@Nullable String value, String field, String remedy) {
        if (value == null || value.isBlank()) {
            throw new ProblemException(400, "Field missing", field + " is missing", "/" + field, remedy);
        }
        return value;
    }
}
