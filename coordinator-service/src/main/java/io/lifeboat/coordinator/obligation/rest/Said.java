package io.lifeboat.coordinator.obligation.rest;

import io.lifeboat.chassis.problem.ProblemException;
import io.lifeboat.contract.Act;
import org.jspecify.annotations.Nullable;

/**
 * The body of every verb.
 *
 * @param who the person; required
 * @param why the reason they give; required
 * @param proof what shows that it was done; required to keep
 */
public record Said(
        @Nullable String who,
        @Nullable String why,
        @Nullable String proof) {

    static final Said NOTHING = new Said(null, null, null);

    private static final int BAD_REQUEST = 400;

    Act act() {
        return new Act(required(who, "/who", "say who you are"), required(why, "/why", "say why you do this"));
    }

    String requiredProof() {
        return required(proof, "/proof", "name what shows that it was done, for example an ARN");
    }

    private static String required(@Nullable String value, String field, String remedy) {
        if (value == null || value.isBlank()) {
            throw new ProblemException(BAD_REQUEST, "Field missing", field.substring(1) + " is missing", field, remedy);
        }
        return value;
    }
}
