package io.lifeboat.contract.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.contract.envelope.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlanDocumentationTest {

    private static final Path PAGE = Path.of("..", "..", "docs", "plan.md");

    @Test
    void shouldExplainEveryFieldOfThePlan() throws IOException {
        String page = Files.readString(PAGE);
        Set<String> fields = new TreeSet<>();
        collect(schema("/schemas/plan.schema.json"), fields);

        assertThat(fields).isNotEmpty().allSatisfy(field -> assertThat(page).contains("`" + field + "`"));
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void shouldExplainEveryActionAndItsParameters(Action action) throws IOException {
        JsonNode schema = schema("/schemas/actions/" + action.wireName() + ".schema.json");

        String line = Files.readAllLines(PAGE).stream()
                .filter(candidate -> candidate.startsWith("| `" + action.wireName() + "` |"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the page does not explain " + action.wireName()));

        schema.path("properties").properties().forEach(parameter -> assertThat(line)
                .contains("`" + parameter.getKey() + "`"));
    }

    private static void collect(JsonNode schema, Set<String> fields) {
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            fields.add(property.getKey());
        }
        schema.forEach(child -> collect(child, fields));
    }

    private static JsonNode schema(String resource) throws IOException {
        try (InputStream in = PlanDocumentationTest.class.getResourceAsStream(resource)) {
            return Json.mapper().readTree(Objects.requireNonNull(in, resource + " is missing"));
        }
    }
}
