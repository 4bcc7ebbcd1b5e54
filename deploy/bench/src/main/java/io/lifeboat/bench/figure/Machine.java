package io.lifeboat.bench.figure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Where it was measured.
 *
 * @param cores as the JVM counts them
 * @param processor its name
 * @param memoryMegabytes all of it
 * @param system kernel
 * @param jdk of the harness and of every service
 * @param at when
 */
public record Machine(int cores, String processor, long memoryMegabytes, String system, String jdk, Instant at) {

    /** This one, now. */
    public static Machine here() {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                field("/proc/cpuinfo", "model name"),
                Long.parseLong(field("/proc/meminfo", "MemTotal").replaceAll("\\D", "")) / 1024,
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                Runtime.version().toString(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    /** The same in a line. */
    public String text() {
        return "%d cores of %s, %d MB, %s, JDK %s, %s".formatted(cores, processor, memoryMegabytes, system, jdk, at);
    }

    private static String field(String file, String name) {
        try {
            return Files.readAllLines(Path.of(file)).stream()
                    .filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("0");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
