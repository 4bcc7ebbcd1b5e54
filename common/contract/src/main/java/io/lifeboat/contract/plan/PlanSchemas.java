package io.lifeboat.contract.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The JSON Schemas (2020-12) of a plan and of every action's parameters, read once. */
final class PlanSchemas {

    private static final SchemaValidatorsConfig CONFIG = SchemaValidatorsConfig.builder()
            .pathType(PathType.JSON_POINTER)
            .locale(Locale.ENGLISH)
            .build();

    private final JsonSchema plan = load("/schemas/plan.schema.json");
    private final Map<Action, JsonSchema> parameters = new EnumMap<>(Action.class);

    PlanSchemas() {
        for (Action action : Action.values()) {
            parameters.put(action, load("/schemas/actions/" + action.wireName() + ".schema.json"));
        }
    }

    /** Everything wrong with the form of a plan. */
    List<PlanProblem> problemsOf(YamlDocument document) {
        return SchemaProblems.of(plan.validate(document.tree()), plan.getSchemaNode(), "", document.places());
    }

    /** Everything wrong with a step's parameters, which stand at a pointer of the document. */
    List<PlanProblem> problemsOf(Action action, JsonNode with, String pointer, Places places) {
        JsonSchema schema = parameters.get(action);
        return SchemaProblems.of(schema.validate(with), schema.getSchemaNode(), pointer, places);
    }

    private static JsonSchema load(String resource) {
        try (InputStream in = PlanSchemas.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not on the class path");
            }
            return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(in, CONFIG);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }
}
