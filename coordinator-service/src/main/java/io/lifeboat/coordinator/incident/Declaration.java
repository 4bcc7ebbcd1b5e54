package io.lifeboat.coordinator.incident;

import com.fasterxml.jackson.core.type.TypeReference;
import io.lifeboat.chassis.problem.ProblemException;
import io.lifeboat.contract.envelope.Json;
import io.lifeboat.contract.incident.DisasterClass;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /incidents}: a person says what it is.
 *
 * @param application the application
 * @param disasterClass what kind of disaster, for example {@code region-outage}
 * @param region the region in trouble; the active one when left out
 * @param who who says so
 * @param why how they know
 */
public record Declaration(
        @Nullable String application,
        @Nullable String disasterClass,
        @Nullable String region,
        @Nullable String who,
        @Nullable String why) {

    private static final int BAD_REQUEST = 400;

    /** The class it names; refused with the list of all when it names none. */
    DisasterClass parsedClass() {
        List<String> all = Json.mapper().convertValue(DisasterClass.values(), new TypeReference<>() {});
        String remedy = "say one of " + String.join(", ", all);
        String name = Word.required(disasterClass, "disasterClass", remedy);
        return Arrays.stream(DisasterClass.values())
                .filter(known -> all.get(known.ordinal()).equals(name))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        BAD_REQUEST, "Unknown class", name + " is no class of disaster", "/disasterClass", remedy));
    }
}
