package io.lifeboat.coordinator.planned;

import io.lifeboat.chassis.problem.ProblemException;
import io.lifeboat.contract.Act;
import io.lifeboat.coordinator.act.Said;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /applications/{application}/rehearsals} and {@code /failbacks}.
 *
 * @param who the person; required
 * @param why the reason they give; required
 * @param to the region to go to; the plan's first that is not active when left out. A failback goes home and names none
 * @param second another person, where the plan wants two for a failback
 */
public record Wish(
        @Nullable String who,
        @Nullable String why,
        @Nullable String to,
        @Nullable Said second) {

    static final Wish NOTHING = new Wish(null, null, null, null);

    private static final int BAD_REQUEST = 400;

    Act act() {
        return new Act(
                required(who, "who", "say who you are"), required(why, "why", "say why; customers may notice it"));
    }

    /** The people who wish it. */
    List<Act> people() {
        return second == null ? List.of(act()) : List.of(act(), Said.act(second));
    }

    private static String required(@Nullable String value, String field, String remedy) {
        if (value == null || value.isBlank()) {
            throw new ProblemException(BAD_REQUEST, "Field missing", field + " is missing", "/" + field, remedy);
        }
        return value;
    }
}
