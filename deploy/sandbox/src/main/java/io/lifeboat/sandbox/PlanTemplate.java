package io.lifeboat.sandbox;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A plan with {@code ${placeholders}} in it. Those in comments stay as they are: they explain. */
final class PlanTemplate {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]+)}");

    private final String text;

    PlanTemplate(String text) {
        this.text = text;
    }

    /** The plan with every placeholder replaced; one without a value is an error that names it. */
    String fill(Map<String, String> values) {
        StringBuilder plan = new StringBuilder(text.length());
        text.lines().forEach(line -> plan.append(line.startsWith("#") ? line : fill(line, values))
                .append('\n'));
        return plan.toString();
    }

    private static String fill(String line, Map<String, String> values) {
        return PLACEHOLDER.matcher(line).replaceAll(match -> {
            String value = values.get(match.group(1));
            if (value == null) {
                throw new IllegalArgumentException(
                        "the sandbox has no value for ${" + match.group(1) + "} in: " + line);
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
