package io.lifeboat.contract.plan;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where in the YAML text each part of a document stands.
 *
 * @param lines lines, from 1, by JSON pointer; the document itself is the empty pointer
 */
public record Places(Map<String, Integer> lines) {

    /** For documents whose text is not at hand. */
    public static final Places UNKNOWN = new Places(Map.of());

    public Places {
        lines = Map.copyOf(lines);
    }

    /** The line of that part, or of the nearest part around it where it is missing; null when nothing is known. */
    public @Nullable Integer line(String pointer) {
        String at = pointer;
        while (true) {
            Integer line = lines.get(at);
            if (line != null || at.isEmpty()) {
                return line;
            }
            at = at.substring(0, Math.max(0, at.lastIndexOf('/')));
        }
    }

    /** The pointer to a child; escapes what RFC 6901 asks to be escaped. */
    public static String child(String pointer, String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /** The pointer to an element of a list. */
    public static String child(String pointer, int index) {
        return pointer + "/" + index;
    }
}
