package io.lifeboat.coordinator.rehearsal;

import io.lifeboat.chassis.problem.ProblemException;
import io.lifeboat.contract.Act;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /applications/{application}/rehearsals}.
 *
 * @param who the person; required
 * @param why the reason they give; required
 * @param to the region to go to; the plan's first that is not active when left out
 */
public record Wish(
        @Nullable String who,
        @Nullable String why,
        @Nullable String to) {

    static final Wish NOTHING = new Wish(null, null, null);

    private static final int BAD_REQUEST = 400;

    Act act() {
        return new Act(
                required(who, "who", "say who you are"),
                required(why, "why", "say why; customers may notice a rehearsal"));
    }

    private static String required(@Nullable String value, String field, String remedy) {
        if (value == null || value.isBlank()) {
            throw new ProblemException(BAD_REQUEST, "Field missing", field + " is missing", "/" + field, remedy);
        }
        return value;
    }
}
