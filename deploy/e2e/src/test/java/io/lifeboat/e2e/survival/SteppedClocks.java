package io.lifeboat.e2e.survival;

import io.lifeboat.e2e.stack.StackOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
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
            all = all.withEnvironment(process, variables(process));
        }
        return all;
    }

    private Map<String, String> variables(String process) {
        return Map.of(
                "LD_PRELOAD", library().orElseThrow().toString(),
                "FAKETIME_TIMESTAMP_FILE", file(process).toString(),
                "FAKETIME_CACHE_DURATION", "1",
                "FAKETIME_DONT_FAKE_MONOTONIC", "1",
                // Else waits for a lock with a time-out end at once.
                "FAKETIME_FORCE_MONOTONIC_FIX", "0");
    }

    /** Whether a JVM that starts with a clock that is off by so much shows that; else every test with such clocks proves nothing. */
    boolean areShown(Duration by) {
        step("shown", by);
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Shown.class.getName());
        builder.environment().putAll(variables("shown"));
        try {
            String shown = new String(builder.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            Duration off = Duration.between(Instant.now(), Instant.parse(shown));
            return off.minus(by).abs().compareTo(Duration.ofMinutes(1)) < 0;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot try a stepped clock", e);
        }
    }

    /** Says what its clock shows. */
    static final class Shown {

        private Shown() {}

        public static void main(String[] arguments) {
            System.out.println(Instant.now());
        }
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
