package io.lifeboat.contract.plan;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them in a plan: {@code 300ms}, {@code 5s}, {@code 1h30m}, {@code 2d}; ISO-8601 too. */
public final class HumanDuration {

    private static final Pattern WHOLE = Pattern.compile("(\\d+(ms|s|m|h|d))+");
    private static final Pattern PART = Pattern.compile("(\\d+)(ms|s|m|h|d)");

    private HumanDuration() {}

    /**
     * Reads a duration.
     *
     * @throws IllegalArgumentException when it is none; the message says what to write instead
     */
    public static Duration parse(String text) {
        String trimmed = text.trim();
        try {
            if (!WHOLE.matcher(trimmed).matches()) {
                return Duration.parse(trimmed);
            }
            Duration sum = Duration.ZERO;
            Matcher part = PART.matcher(trimmed);
            while (part.find()) {
                sum = sum.plus(Long.parseLong(part.group(1)), unit(part.group(2)));
            }
            return sum;
        } catch (DateTimeParseException | NumberFormatException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no duration; write one such as 500ms, 5s, 1m, 1h30m or PT5S", e);
        }
    }

    private static ChronoUnit unit(String letters) {
        return switch (letters) {
            case "ms" -> ChronoUnit.MILLIS;
            case "s" -> ChronoUnit.SECONDS;
            case "m" -> ChronoUnit.MINUTES;
            case "h" -> ChronoUnit.HOURS;
            case "d" -> ChronoUnit.DAYS;
            default -> throw new IllegalStateException("the pattern lets no unit " + letters + " through");
        };
    }
}
