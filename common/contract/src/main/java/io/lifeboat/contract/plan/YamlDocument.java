package io.lifeboat.contract.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lifeboat.contract.plan.PlanProblem.Severity;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A YAML text as JSON, with the line of every part.
 *
 * <p>Plain scalars mean what YAML 1.2's core schema says: {@code no} and {@code on} are texts. Texts come from outside,
 * so size, depth and aliases are bounded, and duplicate keys, tags and merge keys are refused rather than guessed at.
 */
record YamlDocument(JsonNode tree, Places places) {

    private static final int MOST_CHARACTERS = 512 * 1024;
    private static final int DEEPEST = 30;
    private static final int MOST_ALIASES = 50;
    private static final int MOST_NODES = 20_000;

    private static final String STANDARD = "tag:yaml.org,2002:";
    private static final Set<String> PLAIN_KINDS =
            Set.of("str", "int", "float", "bool", "null", "timestamp", "merge", "map", "seq");

    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");

    /** @throws RefusedYamlException when it is no YAML, or more than a plan needs */
    static YamlDocument parse(String yaml) throws RefusedYamlException {
        String bounds = "keep the plan below 512 Ki characters, 30 levels and 50 aliases";
        if (yaml.length() > MOST_CHARACTERS) {
            throw refused("", null, "has " + yaml.length() + " characters", bounds);
        }
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(DEEPEST);
        options.setMaxAliasesForCollections(MOST_ALIASES);
        options.setAllowRecursiveKeys(false);
        Node root;
        try {
            root = new Yaml(options).compose(new StringReader(yaml));
        } catch (MarkedYAMLException e) {
            Integer line =
                    e.getProblemMark() == null ? null : e.getProblemMark().getLine() + 1;
            throw refused("", line, "is not YAML: " + e.getProblem(), "mend the text at this line");
        } catch (YAMLException e) {
            throw refused("", null, e.getMessage(), bounds);
        }
        if (root == null) {
            throw refused("", null, "is empty", "start with apiVersion: lifeboat/v1");
        }
        return new Walk().document(root);
    }

    private static RefusedYamlException refused(String field, @Nullable Integer line, String message, String remedy) {
        return new RefusedYamlException(new PlanProblem(Severity.ERROR, field, line, message, remedy));
    }

    /** One walk over the nodes; expands aliases, and counts while it does. */
    private static final class Walk {

        private final Map<String, Integer> lines = new HashMap<>();
        private int nodes;

        YamlDocument document(Node root) throws RefusedYamlException {
            lines.put("", line(root));
            JsonNode tree = json(root, "", 0);
            return new YamlDocument(tree, new Places(lines));
        }

        private JsonNode json(Node node, String pointer, int depth) throws RefusedYamlException {
            if (depth > DEEPEST || ++nodes > MOST_NODES) {
                throw refused(
                        pointer,
                        line(node),
                        "grows beyond " + MOST_NODES + " parts or " + DEEPEST + " levels",
                        "write it without aliases that repeat each other");
            }
            return switch (node) {
                case MappingNode mapping -> object(mapping, pointer, depth);
                case SequenceNode sequence -> array(sequence, pointer, depth);
                case ScalarNode scalar -> scalar(scalar, pointer);
                default -> throw refused(pointer, line(node), "is a " + node.getNodeId(), "write a value");
            };
        }

        private ObjectNode object(MappingNode mapping, String pointer, int depth) throws RefusedYamlException {
            refuseTag(mapping, pointer);
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            for (NodeTuple entry : mapping.getValue()) {
                if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                    throw refused(pointer, line(entry.getKeyNode()), "has a key that is no text", "write a name");
                }
                String name = key.getValue();
                String child = Places.child(pointer, name);
                if (name.equals("<<") && key.isPlain()) {
                    throw refused(child, line(key), "is a merge key", "write the fields out, or use an alias");
                }
                if (object.has(name)) {
                    throw refused(child, line(key), "is given twice", "keep one of the two");
                }
                lines.put(child, line(key));
                object.set(name, json(entry.getValueNode(), child, depth + 1));
            }
            return object;
        }

        private ArrayNode array(SequenceNode sequence, String pointer, int depth) throws RefusedYamlException {
            refuseTag(sequence, pointer);
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            for (Node element : sequence.getValue()) {
                String child = Places.child(pointer, array.size());
                lines.put(child, line(element));
                array.add(json(element, child, depth + 1));
            }
            return array;
        }

        private JsonNode scalar(ScalarNode scalar, String pointer) throws RefusedYamlException {
            refuseTag(scalar, pointer);
            String text = scalar.getValue();
            JsonNodeFactory json = JsonNodeFactory.instance;
            if (scalar.getScalarStyle() != ScalarStyle.PLAIN) {
                return json.textNode(text);
            }
            return switch (text) {
                case "", "~", "null" -> json.nullNode();
                case "true" -> json.booleanNode(true);
                case "false" -> json.booleanNode(false);
                default -> number(text);
            };
        }

        // The node types are those JSON text would be read into, so that a plan equals itself after a journey.
        private static JsonNode number(String text) {
            JsonNodeFactory json = JsonNodeFactory.instance;
            if (INTEGER.matcher(text).matches()) {
                long value = Long.parseLong(text);
                return value == (int) value ? json.numberNode((int) value) : json.numberNode(value);
            }
            return DECIMAL.matcher(text).matches() ? json.numberNode(Double.parseDouble(text)) : json.textNode(text);
        }

        private static void refuseTag(Node node, String pointer) throws RefusedYamlException {
            String tag = node.getTag().getValue();
            if (!tag.startsWith(STANDARD) || !PLAIN_KINDS.contains(tag.substring(STANDARD.length()))) {
                throw refused(pointer, line(node), "has the tag " + tag, "remove the tag");
            }
        }

        private static int line(Node node) {
            return node.getStartMark().getLine() + 1;
        }
    }
}
