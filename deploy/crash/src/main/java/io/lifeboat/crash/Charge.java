package io.lifeboat.crash;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is to happen once, at one point.
 *
 * @param point the point's name as the enum constant's, for example {@code AFTER_CALL}
 * @param what whose passing counts, a step's id or a message's type; null counts everyone's
 * @param deed what happens
 * @param pass at which pass of one life of the process, from 1
 */
record Charge(String point, @Nullable String what, Deed deed, int pass) {

    private static final Pattern FORM = Pattern.compile("([a-z-]+)(?:@([^:,]+))?:(kill|stop)(?::([1-9][0-9]{0,8}))?");

    /**
     * Reads charges, separated by commas.
     *
     * @param text for example {@code after-call@promote:kill,before-send:stop:3}
     * @throws IllegalArgumentException naming the part that cannot be read
     */
    static List<Charge> parse(String text) {
        return Stream.of(text.split(",", -1)).map(Charge::one).toList();
    }

    private static Charge one(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("lifeboat.crash: '" + text
                    + "' is not POINT[@WHAT]:kill|stop[:PASS], for example after-call@promote:kill:1");
        }
        return new Charge(
                matcher.group(1).replace('-', '_').toUpperCase(Locale.ROOT),
                matcher.group(2),
                Deed.valueOf(matcher.group(3).toUpperCase(Locale.ROOT)),
                matcher.group(4) == null ? 1 : Integer.parseInt(matcher.group(4)));
    }

    boolean meets(String passedPoint, String passedBy) {
        return point.equals(passedPoint) && (what == null || what.equals(passedBy));
    }

    /** The same in words, as it was read: the name of its mark. */
    String text() {
        return point.toLowerCase(Locale.ROOT).replace('_', '-')
                + (what == null ? "" : "@" + what)
                + ":" + deed.name().toLowerCase(Locale.ROOT)
                + ":" + pass;
    }
}
