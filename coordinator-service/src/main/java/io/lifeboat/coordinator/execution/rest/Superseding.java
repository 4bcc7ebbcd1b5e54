package io.lifeboat.coordinator.execution.rest;

import io.lifeboat.chassis.problem.ProblemException;
import io.lifeboat.contract.Act;
import io.lifeboat.coordinator.act.Said;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * The body of a supersession.
 *
 * @param who the person; required
 * @param why the reason they give; required
 * @param after how long steps in flight may take to become known before another person is asked, as ISO 8601, for example
 *     {@code PT2M}; the engine's patience when left out
 */
public record Superseding(
        @Nullable String who,
        @Nullable String why,
        @Nullable String after) {

    private static final int BAD_REQUEST = 400;

    /** The act of a body, which may be missing altogether. */
    static Act act(@Nullable Superseding said) {
        return Said.act(said == null ? null : new Said(said.who(), said.why()));
    }

    /** The time it names, or the other where it names none. */
    static Duration after(@Nullable Superseding said, Duration otherwise) {
        String text = said == null ? null : said.after();
        if (text == null) {
            return otherwise;
        }
        try {
            Duration after = Duration.parse(text);
            if (!after.isNegative()) {
                return after;
            }
        } catch (DateTimeParseException e) {
            // answered below, as a negative one is
        }
        throw new ProblemException(
                BAD_REQUEST,
                "Not a time to wait",
                text + " is no duration",
                "/after",
                "write it as ISO 8601, for example PT2M, or leave it out");
    }
}
