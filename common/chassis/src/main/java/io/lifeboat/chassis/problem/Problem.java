package io.lifeboat.chassis.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Problem details (RFC 9457) with two members of our own.
 *
 * @param title what kind of problem, the same every time
 * @param status the HTTP status
 * @param detail what is wrong this time
 * @param field where, as a JSON pointer or a parameter's name; null when it is no field
 * @param remedy what would mend it; null when nobody but us can
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String title,
        int status,
        String detail,
        @Nullable String field,
        @Nullable String remedy) {

    /** The media type problems are sent as. */
    public static final String MEDIA_TYPE = "application/problem+json";
}
