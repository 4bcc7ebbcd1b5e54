package io.lifeboat.bench.figure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
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
 * @param load how many processes wanted a core in the minute before, of all that runs on this machine
 * @param at when
 */
public record Machine(
        int cores, String processor, long memoryMegabytes, String system, String jdk, double load, Instant at) {

    /** This one, now. */
    public static Machine here() {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                field("/proc/cpuinfo", "model name"),
                Long.parseLong(field("/proc/meminfo", "MemTotal").replaceAll("\\D", "")) / 1024,
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                Runtime.version().toString(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    /** The same in a line. */
    public String text() {
        String idle =
                load > cores / 2.0 ? "; BUSY with other work: figures are worse than on a machine of its own" : "";
        return "%d cores of %s, %d MB, %s, JDK %s, %s, load average before %.1f%s"
                .formatted(cores, processor, memoryMegabytes, system, jdk, at, load, idle);
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
