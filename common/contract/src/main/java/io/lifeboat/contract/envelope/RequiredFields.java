package io.lifeboat.contract.envelope;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the first field a record needs and a message lacks. A record's component is needed unless it is
 * {@link Nullable}: without this a missing number would be read as zero, and a missing epoch is no epoch zero.
 */
final class RequiredFields {

    private static final ClassValue<List<Field>> FIELDS = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents()).map(Field::of).toList();
        }
    };

    private RequiredFields() {}

    /** The JSON pointer of the first field that is missing; empty when none is. */
    static Optional<String> firstMissing(JsonNode body, Class<? extends Record> record) {
        return missing(body, record, "");
    }

    private static Optional<String> missing(JsonNode node, Type type, String pointer) {
        if (type instanceof Class<?> single && single.isRecord() && node.isObject()) {
            for (Field field : FIELDS.get(single)) {
                JsonNode value = node.path(field.name());
                String at = pointer + "/" + field.name();
                if (value.isMissingNode() || value.isNull()) {
                    if (field.required()) {
                        return Optional.of(at);
                    }
                    continue;
                }
                Optional<String> inside = missing(value, field.type(), at);
                if (inside.isPresent()) {
                    return inside;
                }
            }
        }
        if (type instanceof ParameterizedType generic) {
            return missingInside(node, generic, pointer);
        }
        return Optional.empty();
    }

    private static Optional<String> missingInside(JsonNode node, ParameterizedType generic, String pointer) {
        if (generic.getRawType() == List.class && node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                Optional<String> inside = missing(node.get(i), generic.getActualTypeArguments()[0], pointer + "/" + i);
                if (inside.isPresent()) {
                    return inside;
                }
            }
        } else if (generic.getRawType() == Map.class && node.isObject()) {
            for (Map.Entry<String, JsonNode> entry : node.properties()) {
                Optional<String> inside =
                        missing(entry.getValue(), generic.getActualTypeArguments()[1], pointer + "/" + entry.getKey());
                if (inside.isPresent()) {
                    return inside;
                }
            }
        }
        return Optional.empty();
    }

    /** A record's component as it is written. */
    private record Field(String name, Type type, boolean required) {

        static Field of(RecordComponent component) {
            JsonProperty renamed = component.getAccessor().getAnnotation(JsonProperty.class);
            String name = renamed == null || renamed.value().isEmpty() ? component.getName() : renamed.value();
            boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            return new Field(name, component.getGenericType(), !nullable);
        }
    }
}
