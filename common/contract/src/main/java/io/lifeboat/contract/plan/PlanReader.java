package io.lifeboat.contract.plan;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.lifeboat.contract.envelope.Json;
import io.lifeboat.contract.plan.PlanProblem.Severity;
import java.io.IOException;
import java.io.Serial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a plan as people write it. YAML first, then the published schemas ({@code schemas/plan.schema.json} and one for
 * each action's parameters), then the record: whatever is wrong is said with field, line and remedy, all at once where
 * the form allows it. A field nobody knows is an error here: in a plan a misspelt word must not pass for silence.
 */
public final class PlanReader {

    private static final ObjectMapper MAPPER = Json.mapper()
            .copy()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .registerModule(new SimpleModule().addDeserializer(Duration.class, new HumanDurations()));

    private final PlanSchemas schemas = new PlanSchemas();

    /** Reads a YAML text. */
    public PlanReading read(String yaml) {
        YamlDocument document;
        try {
            document = YamlDocument.parse(yaml);
        } catch (RefusedYamlException e) {
            return new PlanReading.Refused(List.of(e.problem()));
        }
        List<PlanProblem> problems = new ArrayList<>(schemas.problemsOf(document));
        problems.addAll(parameters(document));
        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparing(
                    problem -> Optional.ofNullable(problem.line()).orElse(0)));
            return new PlanReading.Refused(problems);
        }
        return bind(document);
    }

    private List<PlanProblem> parameters(YamlDocument document) {
        List<PlanProblem> problems = new ArrayList<>();
        for (Map.Entry<String, JsonNode> procedure :
                document.tree().path("procedures").properties()) {
            String steps = Places.child(Places.child("", "procedures"), procedure.getKey());
            for (int i = 0; i < procedure.getValue().size(); i++) {
                String step = Places.child(steps, i);
                problems.addAll(parameters(procedure.getValue().get(i), step, document.places()));
            }
        }
        return problems;
    }

    private List<PlanProblem> parameters(JsonNode step, String pointer, Places places) {
        List<PlanProblem> problems = new ArrayList<>();
        JsonNode with = step.hasNonNull("with") ? step.get("with") : JsonNodeFactory.instance.objectNode();
        String withPointer = Places.child(pointer, "with");
        action(step.path("action"), Places.child(pointer, "action"), places, problems)
                .ifPresent(action -> problems.addAll(schemas.problemsOf(action, with, withPointer, places)));
        JsonNode planned = step.path("planned").path("action");
        String plannedPointer = Places.child(Places.child(pointer, "planned"), "action");
        action(planned, plannedPointer, places, problems).ifPresent(action -> {
            // The planned form takes the same parameters; where both want them alike, one saying is enough.
            if (problems.isEmpty()) {
                problems.addAll(schemas.problemsOf(action, with, withPointer, places));
            }
        });
        return problems;
    }

    private static Optional<Action> action(JsonNode name, String pointer, Places places, List<PlanProblem> problems) {
        if (!name.isTextual()) {
            return Optional.empty(); // the plan's schema says so already where one is needed
        }
        Optional<Action> action = Action.named(name.asText());
        if (action.isEmpty()) {
            problems.add(new PlanProblem(
                    Severity.ERROR,
                    pointer,
                    places.line(pointer),
                    "there is no action '" + name.asText() + "'",
                    Nearest.remedy(name.asText(), Action.names())));
        }
        return action;
    }

    private static PlanReading bind(YamlDocument document) {
        try {
            return new PlanReading.Readable(MAPPER.treeToValue(document.tree(), Plan.class), document.places());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the schema let something through that is no plan", e);
        }
    }

    /** Durations as people write them. */
    private static final class HumanDurations extends StdDeserializer<Duration> {

        @Serial
        private static final long serialVersionUID = 1L;

        HumanDurations() {
            super(Duration.class);
        }

        @Override
        public Duration deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            try {
                return HumanDuration.parse(parser.getText());
            } catch (IllegalArgumentException e) {
                return (Duration)
                        context.handleWeirdStringValue(Duration.class, parser.getText(), "%s", e.getMessage());
            }
        }
    }
}
