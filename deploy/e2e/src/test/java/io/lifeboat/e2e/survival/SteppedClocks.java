package io.lifeboat.e2e.survival;

import io.lifeboat.e2e.stack.StackOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Wall clocks of processes, each of which can be stepped while its process runs, by libfaketime (Debian: {@code faketime}).
 * Monotonic clocks stay what they are, as they do when a time server sets a machine's clock.
 */
final class SteppedClocks {

    private static final List<Path> LIBRARIES = List.of(
            Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"),
            Path.of("/usr/lib64/faketime/libfaketimeMT.so.1"),
            Path.of("/usr/lib/faketime/libfaketimeMT.so.1"));

    private final Path folder;

    /** Their steps are written in a folder. */
    SteppedClocks(Path folder) {
        this.folder = folder;
    }

    /** Whether the library is on this machine. */
    static boolean areAvailable() {
        return library().isPresent();
    }

    /** A stack in which those processes have such clocks. */
    StackOptions of(StackOptions options, Iterable<String> processes) {
        StackOptions all = options;
        for (String process : processes) {
            step(process, Duration.ZERO);
            all = all.withEnvironment(
                    process,
                    Map.of(
                            "LD_PRELOAD", library().orElseThrow().toString(),
                            "FAKETIME_TIMESTAMP_FILE", file(process).toString(),
                            "FAKETIME_CACHE_DURATION", "1",
                            "FAKETIME_DONT_FAKE_MONOTONIC", "1",
                            // Else waits for a lock with a time-out end at once.
                            "FAKETIME_FORCE_MONOTONIC_FIX", "0"));
        }
        return all;
    }

    /** Has a process's clock off by so much within a second. */
    void step(String process, Duration by) {
        try {
            Path written = Files.writeString(folder.resolve(process + ".new"), "%+d".formatted(by.toSeconds()));
            Files.move(written, file(process), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot step the clock of " + process, e);
        }
    }

    private Path file(String process) {
        return folder.resolve(process);
    }

    private static Optional<Path> library() {
        return LIBRARIES.stream().filter(Files::exists).findFirst();
    }
}
