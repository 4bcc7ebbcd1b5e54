package io.lifeboat.contract.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Record, schema and golden example of every message say the same. */
class MessageContractTest {

    @ParameterizedTest
    @EnumSource(MessageType.class)
    void shouldReadTheGoldenExampleWithNoFieldLost(MessageType type) throws IOException {
        JsonNode golden = example(type);

        Record record = Json.mapper().treeToValue(golden, type.record());

        assertThat(Json.mapper().readTree(Json.mapper().writeValueAsBytes(record)))
                .isEqualTo(golden);
    }

    @ParameterizedTest
    @EnumSource(MessageType.class)
    void shouldValidateTheGoldenExample(MessageType type) throws IOException {
        assertThat(JsonSchemaFactory.getInstance(VersionFlag.V202012)
                        .getSchema(schema(type))
                        .validate(example(type)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(MessageType.class)
    void shouldFindNothingMissingInTheGoldenExample(MessageType type) throws IOException {
        assertThat(RequiredFields.firstMissing(example(type), type.record())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(MessageType.class)
    void shouldDescribeTheRecordInTheSchema(MessageType type) throws IOException {
        JsonNode schema = schema(type);

        assertThat(schema.path("title").asText()).isEqualTo(type.wireName());
        assertThat(schema.path("$id").asText()).endsWith("/" + type.wireName() + ".schema.json");
        agree(schema, schema, type.record(), type.wireName());
    }

    private static void agree(JsonNode node, JsonNode root, Type type, String at) {
        JsonNode resolved = node.has("$ref") ? root.at(node.get("$ref").asText().substring(1)) : node;
        String expected =
                switch (type) {
                    case ParameterizedType list
                    when list.getRawType() == List.class -> {
                        agree(resolved.path("items"), root, list.getActualTypeArguments()[0], at + "[]");
                        yield "array";
                    }
                    case ParameterizedType map
                    when map.getRawType() == Map.class -> {
                        agree(resolved.path("additionalProperties"), root, map.getActualTypeArguments()[1], at + "{}");
                        yield "object";
                    }
                    case Class<?> record
                    when record.isRecord() -> {
                        sameFields(resolved, root, record, at);
                        yield "object";
                    }
                    case Class<?> words
                    when words.isEnum() -> {
                        sameWords(resolved, words, at);
                        yield "";
                    }
                    case Class<?> single -> simple(single, at);
                    default -> fail(at + ": no rule for " + type);
                };
        assertThat(resolved.path("type").asText()).as(at).isEqualTo(expected);
    }

    private static void sameFields(JsonNode schema, JsonNode root, Class<?> record, String at) {
        List<String> names = new ArrayList<>();
        List<String> needed = new ArrayList<>();
        for (RecordComponent component : record.getRecordComponents()) {
            JsonProperty renamed = component.getAccessor().getAnnotation(JsonProperty.class);
            String name = renamed == null ? component.getName() : renamed.value();
            names.add(name);
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                needed.add(name);
            }
            JsonNode property = schema.path("properties").path(name);
            assertThat(property.path("description").asText())
                    .as(at + "/" + name + " has a description")
                    .isNotBlank();
            agree(property, root, component.getGenericType(), at + "/" + name);
        }
        assertThat(schema.path("properties").properties())
                .as(at)
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrderElementsOf(names);
        assertThat(texts(schema.path("required"))).as(at + " required").containsExactlyInAnyOrderElementsOf(needed);
    }

    private static void sameWords(JsonNode schema, Class<?> words, String at) {
        List<String> written = Arrays.stream(words.getEnumConstants())
                .map(word -> Json.mapper().convertValue(word, String.class))
                .toList();
        assertThat(texts(schema.path("enum"))).as(at).containsExactlyElementsOf(written);
    }

    private static String simple(Class<?> type, String at) {
        if (type == String.class || type == Duration.class || type == Instant.class) {
            return "string";
        } else if (type == int.class || type == long.class || type == Integer.class) {
            return "integer";
        } else if (type == double.class) {
            return "number";
        } else if (type == boolean.class || type == Boolean.class) {
            return "boolean";
        } else if (type == Object.class || JsonNode.class.isAssignableFrom(type)) {
            return "";
        }
        return fail(at + ": no rule for " + type);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.asText()));
        return texts;
    }

    private static JsonNode schema(MessageType type) throws IOException {
        return resource("/schemas/messages/" + type.wireName() + ".schema.json");
    }

    private static JsonNode example(MessageType type) throws IOException {
        return resource("/examples/" + type.wireName() + ".json");
    }

    private static JsonNode resource(String path) throws IOException {
        try (InputStream in = MessageContractTest.class.getResourceAsStream(path)) {
            return Json.mapper().readTree(Objects.requireNonNull(in, path + " is missing"));
        }
    }
}
