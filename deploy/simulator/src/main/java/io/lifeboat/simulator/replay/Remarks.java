package io.lifeboat.simulator.replay;

import io.lifeboat.simulator.scenario.Scenario;
import io.lifeboat.simulator.scenario.Scenario.Expected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may stand beside a recording: the words of a scenario but for what was seen, which is recorded.
 *
 * @param says what happened, in a sentence; null when nobody says
 * @param people what people would have said, in order; times since the first message
 * @param expect what is to be decided; null when nothing is expected
 */
record Remarks(
        @Nullable String says,
        List<Scenario.Word> people,
        @Nullable Expected expect) {

    /** The file beside it. */
    static final String FILE = "expect.yaml";

    private static final Remarks NONE = new Remarks(null, List.of(), null);

    Remarks {
        people = people == null ? List.of() : List.copyOf(people);
    }

    /** Reads them; nothing where there is no such file. */
    static Remarks beside(Path recording) throws IOException {
        Path folder = Files.isDirectory(recording)
                ? recording
                : recording.toAbsolutePath().getParent();
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return NONE;
        }
        try {
            return Scenario.YAML.readValue(Files.readString(file), Remarks.class);
        } catch (IOException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }
}
