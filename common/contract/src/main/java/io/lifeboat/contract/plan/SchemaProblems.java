package io.lifeboat.contract.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import io.lifeboat.contract.plan.PlanProblem.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** Turns what the schema validator says into what a plan's author can use: the field, the line and the remedy. */
final class SchemaProblems {

    /** Where a message is about one of several alternatives: what stands before is the choice itself. */
    private static final Pattern CHOICE = Pattern.compile("(.*/(?:oneOf|anyOf))(?:/\\d+(?:/.*)?)?");

    private static final Map<String, String> REMEDIES = Map.of(
            "duration", "write a duration such as 500ms, 5s, 1m, 1h30m or PT5S",
            "region", "write a region such as eu-west-1",
            "name", "use lower-case letters, digits and hyphens, beginning with a letter",
            "role", "write the role's whole ARN, such as arn:aws:iam::111111111111:role/lifeboat-read",
            "port", "write a port from 1 to 65535",
            "clusterArns", "write the cluster's whole ARN, arn:aws:rds:<region>:<account>:cluster:<name>",
            "targetGroups", "write the target group's whole ARN, arn:aws:elasticloadbalancing:...",
            "topicArns", "write the topic's whole ARN, arn:aws:sns:<region>:<account>:<name>");

    private final JsonNode schema;
    private final String base;
    private final Places places;

    private SchemaProblems(JsonNode schema, String base, Places places) {
        this.schema = schema;
        this.base = base;
        this.places = places;
    }

    /**
     * @param messages what the validator said
     * @param schema the schema it validated against
     * @param base the pointer of what was validated, within the document
     */
    static List<PlanProblem> of(Set<ValidationMessage> messages, JsonNode schema, String base, Places places) {
        SchemaProblems problems = new SchemaProblems(schema, base, places);
        Set<PlanProblem> result = new LinkedHashSet<>();
        Map<String, List<ValidationMessage>> choices = new LinkedHashMap<>();
        for (ValidationMessage message : messages) {
            Matcher choice = CHOICE.matcher(message.getEvaluationPath().toString());
            if (choice.matches()) {
                choices.computeIfAbsent(
                                message.getInstanceLocation() + " " + choice.group(1), path -> new ArrayList<>())
                        .add(message);
            } else {
                result.add(problems.single(message));
            }
        }
        choices.values().forEach(group -> result.add(problems.choice(group)));
        return List.copyOf(result);
    }

    private PlanProblem single(ValidationMessage message) {
        String field = message.getInstanceLocation().toString();
        JsonNode place = schema.at(parent(fragment(message)));
        return switch (message.getType()) {
            case "required" -> {
                String name = message.getProperty();
                yield problem(Places.child(field, name), "is missing", "add it: " + description(place, name));
            }
            case "additionalProperties" -> {
                String name = message.getProperty();
                List<String> known = names(place.path("properties"));
                yield problem(Places.child(field, name), "is no field of this place", Nearest.remedy(name, known));
            }
            case "enum" -> {
                List<String> known = StreamSupport.stream(
                                message.getSchemaNode().spliterator(), false)
                        .map(JsonNode::asText)
                        .toList();
                String found = message.getInstanceNode().asText();
                yield problem(
                        field, "'" + found + "' is none of " + String.join(", ", known), Nearest.remedy(found, known));
            }
            case "const" -> problem(field, "is not what stands here", "write " + message.getSchemaNode());
            case "type" -> type(message, field);
            case "pattern" -> {
                String found = message.getInstanceNode().asText();
                yield problem(field, "'" + found + "' has not the form needed here", remedy(message));
            }
            default -> problem(field, said(message), remedy(message));
        };
    }

    private PlanProblem type(ValidationMessage message, String field) {
        Object[] arguments = message.getArguments();
        String found = String.valueOf(arguments[0]);
        String needed = String.valueOf(arguments[1]);
        boolean unquoted = needed.equals("string") && message.getInstanceNode().isValueNode() && !found.equals("null");
        String remedy = unquoted ? "put it in quotes; " + remedy(message) : remedy(message);
        return problem(field, "is of type " + found + ", " + needed + " is needed", remedy);
    }

    /** One problem for a choice, however many alternatives say that they were not met. */
    private PlanProblem choice(List<ValidationMessage> group) {
        Set<String> names = new LinkedHashSet<>();
        String field = group.getFirst().getInstanceLocation().toString();
        String keyword = "oneOf";
        for (ValidationMessage message : group) {
            if (message.getType().equals("oneOf")) {
                field = message.getInstanceLocation().toString();
                message.getSchemaNode()
                        .forEach(branch -> branch.path("required").forEach(n -> names.add(n.asText())));
            } else if (message.getType().equals("required")) {
                names.add(message.getProperty());
            }
            keyword = message.getEvaluationPath().toString().contains("/anyOf") ? "anyOf" : keyword;
        }
        if (names.isEmpty()) {
            return problem(field, "has none of the forms allowed here", remedy(group.getFirst()));
        }
        String many = keyword.equals("anyOf") ? "at least one of " : "exactly one of ";
        return problem(field, many + String.join(", ", names) + " is needed", "keep or add one of them");
    }

    private PlanProblem problem(String field, String message, String remedy) {
        String pointer = base + field;
        return new PlanProblem(Severity.ERROR, pointer, places.line(pointer), message, remedy);
    }

    /** What to write, from the definition the value belongs to, else from the description beside the keyword. */
    private String remedy(ValidationMessage message) {
        String at = parent(fragment(message));
        for (Map.Entry<String, String> known : REMEDIES.entrySet()) {
            if (at.contains("/$defs/" + known.getKey() + "/") || at.endsWith("/$defs/" + known.getKey())) {
                return known.getValue();
            }
        }
        String description = schema.at(at).path("description").asText("");
        return description.isEmpty() ? "see the plan's schema at " + at : "write: " + description;
    }

    private static String description(JsonNode place, String property) {
        return place.path("properties").path(property).path("description").asText("a value");
    }

    private static String said(ValidationMessage message) {
        String prefix = message.getInstanceLocation() + ": ";
        String text = message.getMessage();
        return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
    }

    private static String fragment(ValidationMessage message) {
        String location = message.getSchemaLocation().toString();
        return location.substring(location.indexOf('#') + 1);
    }

    private static String parent(String pointer) {
        return pointer.substring(0, Math.max(0, pointer.lastIndexOf('/')));
    }

    private static List<String> names(JsonNode object) {
        Collection<Map.Entry<String, JsonNode>> properties = object.properties();
        return properties.stream().map(Map.Entry::getKey).toList();
    }
}
