package io.lifeboat.simulator.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What happened, line by line. The services draw random ids, which the seed does not rule: the trace calls them by the order
 * in which they appeared, so that the same seed gives the same text.
 */
public final class Trace {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final World world;
    private final List<Line> lines = new ArrayList<>();

    private record Line(long nanos, String who, Supplier<String> what) {}

    Trace(World world) {
        this.world = world;
    }

    /** Notes a line. */
    public void say(String who, String what) {
        say(who, () -> what);
    }

    /** Notes a line that is written only when somebody reads it. */
    public void say(String who, Supplier<String> what) {
        lines.add(new Line(world.nanos(), who, what));
    }

    /** All lines, with time in seconds. */
    public List<String> lines() {
        Map<String, String> names = new HashMap<>();
        return lines.stream()
                .map(line -> "%10.3f %-14s %s"
                        .formatted(
                                line.nanos() / 1e9,
                                line.who(),
                                named(line.what().get(), names)))
                .toList();
    }

    private static String named(String text, Map<String, String> names) {
        Matcher ids = ID.matcher(text);
        StringBuilder named = new StringBuilder();
        while (ids.find()) {
            String name = names.computeIfAbsent(ids.group(), id -> "#" + (names.size() + 1));
            ids.appendReplacement(named, Matcher.quoteReplacement(name));
        }
        return ids.appendTail(named).toString();
    }
}
