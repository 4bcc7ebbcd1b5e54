package io.lifeboat.coordinator.deploy;

import io.lifeboat.chassis.problem.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /applications/{application}/deploys}, which a pipeline sends when it has deployed.
 *
 * @param what what was deployed, for example {@code api}; the application itself when left out
 * @param version which version of it
 * @param regions where to; every region of the plan when left out
 * @param who who or what deployed it, for example the pipeline's name
 */
public record Deploy(
        @Nullable String what,
        @Nullable String version,
        @Nullable List<String> regions,
        @Nullable String who) {

    private static final int BAD_REQUEST = 400;
    private static final int UNPROCESSABLE = 422;
    private static final int LONGEST = 200;

    String named(String application) {
        return what == null ? application : text(what, "what", "name what was deployed, or leave it out");
    }

    String saidVersion() {
        return text(version, "version", "say which version was deployed");
    }

    String saidWho() {
        return text(who, "who", "say who or what deployed it, for example the pipeline's name");
    }

    /** The regions named; refused when one of them is none of the plan's. */
    List<String> within(List<String> plan) {
        if (regions == null || regions.isEmpty()) {
            return plan;
        }
        for (int i = 0; i < regions.size(); i++) {
            if (!plan.contains(regions.get(i))) {
                throw new ProblemException(
                        UNPROCESSABLE,
                        "Unknown region",
                        regions.get(i) + " is no region of the plan",
                        "/regions/" + i,
                        "name some of " + String.join(", ", plan) + ", or leave regions out for all");
            }
        }
        return List.copyOf(regions);
    }

    private static String text(@Nullable String value, String field, String remedy) {
        if (value == null || value.isBlank()) {
            throw new ProblemException(BAD_REQUEST, "Field missing", field + " is missing", "/" + field, remedy);
        }
        if (value.length() > LONGEST) {
            throw new ProblemException(
                    BAD_REQUEST,
                    "Field too long",
                    "%s has %d characters".formatted(field, value.length()),
                    "/" + field,
                    "say it in %d characters or fewer".formatted(LONGEST));
        }
        return value.strip();
    }
}
