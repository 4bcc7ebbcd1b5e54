package io.lifeboat.coordinator.memory;

import io.lifeboat.coordinator.signal.Evidence;
import io.lifeboat.coordinator.signal.View;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Whether the world shows what the database remembers of an application. Values in, a value out. */
public sealed interface Agreement {

    /** In words, for journals and people. */
    String reason();

    /** The memory may be acted on. */
    record Agreed(String reason) implements Agreement {}

    /** It cannot be told yet. */
    record NotSeen(String reason) implements Agreement {}

    /** The world shows something else: only a person can say what is right. */
    record Contradicted(String reason) implements Agreement {}

    /**
     * What is to be said of it, by what was said since the memory began. One vantage that sees the writer elsewhere than it is
     * remembered to be contradicts. For trust as many as make a quorum must have spoken, and every one that is trusted, and one at
     * least must see the writer.
     */
    static Agreement of(ApplicationMemory memory, Evidence evidence, int quorum) {
        if (!memory.broken()) {
            return new Agreed("the database's memory never went back");
        }
        if (memory.mended() != null) {
            return new Agreed(memory.mended());
        }
        String restored = "the database was restored %s ago".formatted(words(memory.age()));
        List<View> trusted = evidence.views().stream().filter(View::trusted).toList();
        List<View> heard =
                trusted.stream().filter(view -> spokeSince(view, memory.age())).toList();
        List<String> writers = new Evidence(heard).writers();
        String seen = String.join(" and ", writers);
        // One is enough for a doubt, though not for trust.
        if (!memory.regions().containsAll(writers) || writers.size() > 1) {
            return new Contradicted("%s and remembers the application in %s, but the vantages see its writer in %s"
                    .formatted(restored, String.join(" or ", memory.regions()), seen));
        }
        if (heard.size() < quorum || heard.size() < trusted.size()) {
            return new NotSeen("%s, and since then %d of the %d vantages needed reported%s"
                    .formatted(restored, heard.size(), quorum, missing(evidence, heard)));
        }
        return writers.isEmpty()
                ? new NotSeen("%s, and nobody sees where the writer is".formatted(restored))
                : new Agreed(
                        "the vantages see the writer in %s, as the restored database remembers it".formatted(seen));
    }

    private static String missing(Evidence evidence, List<View> heard) {
        String missing = evidence.views().stream()
                .filter(view -> !heard.contains(view))
                .map(View::vantage)
                .collect(Collectors.joining(", "));
        return missing.isEmpty() ? "" : "; not yet: " + missing;
    }

    private static boolean spokeSince(View view, Duration age) {
        return Objects.requireNonNullElse(view.sinceSent(), age).compareTo(age) < 0;
    }

    private static String words(Duration age) {
        return age.compareTo(Duration.ofMinutes(2)) < 0 ? age.toSeconds() + " s" : age.toMinutes() + " min";
    }
}
