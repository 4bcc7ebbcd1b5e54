package io.lifeboat.coordinator.health;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.chassis.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An AWS Health event as EventBridge delivers it (AWS Health user guide, "Reference: AWS Health events Amazon EventBridge
 * schema"). The region it is about stands in {@code detail.eventRegion}; the envelope's is only where it was delivered.
 *
 * @param arn its own name, the same in every word about it
 * @param region the region it is about
 * @param service AWS's code of the service
 * @param type AWS's code of what happens
 * @param scope {@code PUBLIC} or {@code ACCOUNT_SPECIFIC}
 * @param category {@code issue}, {@code scheduledChange}, {@code accountNotification} or {@code investigation}
 * @param status {@code open}, {@code closed} or {@code upcoming}
 * @param updatedAt when AWS last changed it, by AWS's clock; null where that cannot be read
 */
record HealthEvent(
        String arn,
        String region,
        String service,
        String type,
        String scope,
        String category,
        String status,
        @Nullable Instant updatedAt) {

    private static final int BAD_REQUEST = 400;
    private static final int UNPROCESSABLE = 422;
    private static final String DETAIL_TYPE = "AWS Health Event";
    private static final String SOURCE = "aws.health";
    private static final String REMEDY =
            "let an EventBridge rule with the source aws.health send the whole event, without an input transformer";

    /**
     * Reads one.
     *
     * @throws ProblemException naming the field that is missing or not what it must be
     */
    static HealthEvent read(@Nullable JsonNode body) {
        if (body == null || !body.isObject()) {
            throw new ProblemException(BAD_REQUEST, "Not an event", "the body is no JSON object", "/", REMEDY);
        }
        only(body, "detail-type", DETAIL_TYPE);
        only(body, "source", SOURCE);
        return new HealthEvent(
                text(body, "/detail/eventArn"),
                text(body, "/detail/eventRegion"),
                text(body, "/detail/service"),
                text(body, "/detail/eventTypeCode"),
                text(body, "/detail/eventScopeCode"),
                text(body, "/detail/eventTypeCategory"),
                text(body, "/detail/statusCode"),
                time(body.at("/detail/lastUpdatedTime").asText("")).orElse(null));
    }

    /** Why it counts for nothing; empty when it is evidence. */
    Optional<String> countsForNothing() {
        if (!"PUBLIC".equals(scope)) {
            return Optional.of("its scope is " + scope + ": only PUBLIC events tell of a region");
        }
        if (!"issue".equals(category)) {
            return Optional.of("it is of the category " + category + ", and no issue");
        }
        return "open".equals(status) ? Optional.empty() : Optional.of("it is " + status + ", and not open");
    }

    private static void only(JsonNode body, String field, String wanted) {
        String said = text(body, "/" + field);
        if (!wanted.equals(said)) {
            throw new ProblemException(
                    UNPROCESSABLE,
                    "Not an AWS Health event",
                    "%s is '%s', and only '%s' is taken".formatted(field, said, wanted),
                    "/" + field,
                    REMEDY);
        }
    }

    private static String text(JsonNode body, String pointer) {
        JsonNode value = body.at(pointer);
        if (!value.isTextual() || value.asText().isBlank()) {
            throw new ProblemException(
                    BAD_REQUEST, "Field missing", pointer.substring(1) + " is missing or no text", pointer, REMEDY);
        }
        return value.asText();
    }

    private static Optional<Instant> time(String text) {
        for (DateTimeFormatter form :
                new DateTimeFormatter[] {DateTimeFormatter.RFC_1123_DATE_TIME, DateTimeFormatter.ISO_ZONED_DATE_TIME}) {
            try {
                return Optional.of(ZonedDateTime.parse(text, form).toInstant());
            } catch (DateTimeException e) {
                // The other form, then; a time nobody can read only means that the word that came last counts.
                continue;
            }
        }
        return Optional.empty();
    }
}
