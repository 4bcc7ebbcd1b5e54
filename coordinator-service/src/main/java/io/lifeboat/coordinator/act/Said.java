package io.lifeboat.coordinator.act;

import io.lifeboat.chassis.problem.ProblemException;
import io.lifeboat.contract.Act;
import org.jspecify.annotations.Nullable;

/**
 * The body of every human act.
 *
 * @param who the person; required
 * @param why the reason they give; required
 */
public record Said(@Nullable String who, @Nullable String why) {

    private static final int BAD_REQUEST = 400;

    /** The act of a body, which may be missing altogether. */
    public static Act act(@Nullable Said said) {
        return new Act(
                required(said == null ? null : said.who(), "/who", "say who you are"),
                required(said == null ? null : said.why(), "/why", "say why you do this"));
    }

    private static String required(@Nullable String value, String field, String remedy) {
        if (value == null || value.isBlank()) {
            throw new ProblemException(
                    BAD_REQUEST,
                    "An act needs a person and a reason",
                    field.substring(1) + " is missing",
                    field,
                    remedy + ": {\"who\": \"...\", \"why\": \"...\"}");
        }
        return value;
    }
}
