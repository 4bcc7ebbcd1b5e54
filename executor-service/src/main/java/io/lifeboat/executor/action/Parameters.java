package io.lifeboat.executor.action;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The {@code with} of a command, read field by field; every error names the field.
 *
 * <p>A parameter that differs by region arrives as {@code {from, to}}, pinned by the coordinator.
 */
public final class Parameters {

    private final String path;
    private final JsonNode node;

    /** Of a command's {@code with}. */
    public Parameters(JsonNode with) {
        this("", with);
    }

    private Parameters(String path, JsonNode node) {
        this.path = path;
        this.node = node;
    }

    /** A text that must be there. */
    public String text(String field) {
        return optionalText(field).orElseThrow(() -> missing(field));
    }

    /** A text that may be there. */
    public Optional<String> optionalText(String field) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw new InvalidParameterException(path + field, "is not a text", "write a text that is not empty");
        }
        return Optional.of(value.textValue());
    }

    /** A whole number of at least zero that may be there. */
    public OptionalInt optionalCount(String field) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return OptionalInt.empty();
        }
        if (!value.isInt() || value.intValue() < 0) {
            throw new InvalidParameterException(path + field, "is not a count", "write a whole number of at least 0");
        }
        return OptionalInt.of(value.intValue());
    }

    /** A whole number of at least zero that must be there. */
    public int count(String field) {
        return optionalCount(field).orElseThrow(() -> missing(field));
    }

    /** A yes or no; no when it is not there. */
    public boolean flag(String field) {
        JsonNode value = node.path(field);
        if (!value.isMissingNode() && !value.isNull() && !value.isBoolean()) {
            throw new InvalidParameterException(path + field, "is neither true nor false", "write true or false");
        }
        return value.asBoolean(false);
    }

    /** A share written as a percentage that may be there, as a number from 0 to 1. */
    public Optional<Double> optionalShare(String field) {
        return optionalText(field).map(text -> {
            if (!text.matches("(100|[1-9]?[0-9])%")) {
                throw new InvalidParameterException(
                        path + field, text + " is not a share", "write a percentage such as 60%");
            }
            return Integer.parseInt(text.substring(0, text.length() - 1)) / 100.0;
        });
    }

    /** A part that must be there. */
    public Parameters part(String field) {
        return optionalPart(field).orElseThrow(() -> missing(field));
    }

    /** A part that may be there. */
    public Optional<Parameters> optionalPart(String field) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isObject()) {
            throw new InvalidParameterException(path + field, "is not a mapping", "write a mapping");
        }
        return Optional.of(new Parameters(path + field + "/", value));
    }

    /** The parts of a list that may be there; empty when it is not. */
    public List<Parameters> parts(String field) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return List.of();
        }
        if (!value.isArray()) {
            throw new InvalidParameterException(path + field, "is not a list", "write a list");
        }
        List<Parameters> parts = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            parts.add(new Parameters(path + field + "/" + i + "/", value.get(i)));
        }
        return List.copyOf(parts);
    }

    /** One text or several, as a list, that must be there. */
    public List<String> texts(String field) {
        JsonNode value = node.path(field);
        if (value.isTextual()) {
            return List.of(text(field));
        }
        if (!value.isArray() || value.isEmpty()) {
            throw missing(field);
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode entry : value) {
            if (!entry.isTextual()) {
                throw new InvalidParameterException(path + field, entry + " is not a text", "write texts");
            }
            texts.add(entry.textValue());
        }
        return List.copyOf(texts);
    }

    /** Any JSON that may be there. */
    public Optional<JsonNode> json(String field) {
        JsonNode value = node.path(field);
        return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(value);
    }

    private InvalidParameterException missing(String field) {
        return new InvalidParameterException(path + field, "is missing", "give it in the plan");
    }
}
