package io.lifeboat.simulator.replay;

import io.lifeboat.contract.envelope.UnreadableMessageException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the files of one recording hold of an application. A line that cannot be read is noted, and the rest goes on being
 * read.
 */
final class RecordingFiles {

    private static final String ENDING = ".jsonl";

    private final String application;
    private final List<Recorded> messages = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();
    private final Set<String> others = new TreeSet<>();
    private int passedOver;

    private RecordingFiles(String application) {
        this.application = application;
    }

    /** The recording's files: the one named, or all of a folder, whose names end in {@code .jsonl}. */
    static List<Path> in(Path folderOrFile) throws IOException {
        if (Files.isRegularFile(folderOrFile)) {
            return List.of(folderOrFile);
        }
        try (Stream<Path> inside = Files.list(folderOrFile)) {
            return inside.filter(RecordingFiles::isOne).sorted().toList();
        }
    }

    /** Whether it is a recording: such a file, or a folder with one. */
    static boolean is(Path folderOrFile) throws IOException {
        return isOne(folderOrFile)
                || Files.isDirectory(folderOrFile) && !in(folderOrFile).isEmpty();
    }

    private static boolean isOne(Path file) {
        return Files.isRegularFile(file) && file.getFileName().toString().endsWith(ENDING);
    }

    /** Reads them. */
    static RecordingFiles read(List<Path> files, String application) throws IOException {
        RecordingFiles all = new RecordingFiles(application);
        for (Path file : files) {
            all.read(file);
        }
        if (all.messages.isEmpty()) {
            all.unreadable.add("%s: holds no message of the plan's application %s%s"
                    .formatted(
                            files.getFirst(),
                            application,
                            all.others.isEmpty() ? "" : "; it has those of " + String.join(", ", all.others)));
        }
        return all;
    }

    /** The application's messages. */
    List<Recorded> messages() {
        return List.copyOf(messages);
    }

    /** What is wrong, each with its file and line. */
    List<String> unreadable() {
        return List.copyOf(unreadable);
    }

    /** How many lines were of other applications or topics. */
    int passedOver() {
        return passedOver;
    }

    private void read(Path file) throws IOException {
        // A byte that is no UTF-8 spoils its own line only.
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    read(line, "%s:%d".formatted(file, number));
                }
            }
        }
    }

    private void read(String line, String where) {
        try {
            Optional<Recorded> recorded = RecordedLine.read(line, where);
            if (recorded.isEmpty()) {
                passedOver++;
            } else if (recorded.get().message().key().equals(application)) {
                messages.add(recorded.get());
            } else {
                passedOver++;
                others.add(recorded.get().message().key());
            }
        } catch (UnreadableMessageException e) {
            unreadable.add(where + ": " + e.getMessage());
        }
    }
}
