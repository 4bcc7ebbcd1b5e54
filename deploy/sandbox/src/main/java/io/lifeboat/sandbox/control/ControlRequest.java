package io.lifeboat.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request of the operator.
 *
 * @param path the values of the route's {@code {names}}
 * @param query of the URL, decoded
 * @param body an object, empty when nothing was sent
 */
public record ControlRequest(Map<String, String> path, Map<String, String> query, JsonNode body) {

    /** The value of a {@code {name}} in the route. */
    public String path(String name) {
        return path.get(name);
    }

    public Optional<String> text(String field) {
        return Optional.ofNullable(body.get(field))
                .filter(node -> !node.isNull())
                .map(JsonNode::asText);
    }

    /** A field that must be there. */
    public String required(String field) {
        return text(field).orElseThrow(() -> ControlProblem.badRequest("the field " + field + " is missing"));
    }

    /** A duration such as {@code 500ms}, {@code 12s}, {@code 2m} or {@code PT12S}. */
    public Optional<Duration> duration(String field) {
        return text(field).map(text -> parse(field, text));
    }

    public Optional<Double> number(String field) {
        return Optional.ofNullable(body.get(field)).filter(JsonNode::isNumber).map(JsonNode::asDouble);
    }

    private static Duration parse(String field, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        try {
            if (lower.endsWith("ms")) {
                return Duration.ofMillis(Long.parseLong(lower.substring(0, lower.length() - 2)));
            }
            return Duration.parse(lower.startsWith("pt") ? text : "PT" + text);
        } catch (DateTimeParseException | NumberFormatException e) {
            throw ControlProblem.badRequest(field + " must be a duration such as 12s, not " + text);
        }
    }
}
