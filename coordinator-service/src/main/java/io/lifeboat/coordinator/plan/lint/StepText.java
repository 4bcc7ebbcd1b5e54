package io.lifeboat.coordinator.plan.lint;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.contract.plan.Places;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A text somewhere in a step's parameters.
 *
 * @param text the text
 * @param key the key it stands under, for example a region; an element of a list stands under the list's
 * @param field the name of the nearest key that is no region
 * @param pointer where it stands
 */
record StepText(String text, String key, String field, String pointer) {

    /** Every text below a node, in order. */
    static List<StepText> of(JsonNode with, String pointer, List<String> regions) {
        List<StepText> texts = new ArrayList<>();
        collect(with, "", "", pointer, regions, texts);
        return texts;
    }

    private static void collect(
            JsonNode node, String key, String field, String pointer, List<String> regions, List<StepText> texts) {
        if (node.isTextual()) {
            texts.add(new StepText(node.asText(), key, field, pointer));
        }
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            String name = entry.getKey();
            String nearest = regions.contains(name) ? field : name;
            collect(entry.getValue(), name, nearest, Places.child(pointer, name), regions, texts);
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(node.get(i), key, field, Places.child(pointer, i), regions, texts);
            }
        }
    }
}
