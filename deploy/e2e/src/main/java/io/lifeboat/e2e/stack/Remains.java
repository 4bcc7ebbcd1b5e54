package io.lifeboat.e2e.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The processes of a stack, found by what they are, not by a remembered number: numbers are given again. A process belongs
 * to a stack when its command line names the stack's state folder, as every JVM of it ({@link Child#MARK}) and every
 * PostgreSQL server of it (by its data folder) does.
 */
public final class Remains {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Remains() {}

    /**
     * A running process of a stack.
     *
     * @param name what it is, for people
     * @param handle the process
     */
    public record Running(String name, ProcessHandle handle) {}

    /** Every process of this layout that runs. */
    public static List<Running> of(Layout layout) {
        long self = ProcessHandle.current().pid();
        return ProcessHandle.allProcesses()
                .filter(handle -> handle.pid() != self)
                .flatMap(handle -> name(layout, handle).map(name -> new Running(name, handle)).stream())
                .toList();
    }

    /**
     * Ends every process of this layout: all are asked at once, and forced after a while.
     *
     * @return the names of those that were running
     */
    public static List<String> end(Layout layout) {
        List<Running> running = of(layout);
        running.forEach(one -> one.handle().destroy());
        for (Running one : running) {
            if (!gone(one.handle())) {
                one.handle().destroyForcibly();
            }
        }
        return running.stream().map(Running::name).toList();
    }

    /** Ends what an earlier run left, and empties the folder of its state. */
    public static void clear(Layout layout) {
        end(layout);
        if (!Files.exists(layout.state())) {
            return;
        }
        try (Stream<Path> files = Files.walk(layout.state())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot empty " + layout.state(), e);
        }
    }

    private static boolean gone(ProcessHandle handle) {
        CompletableFuture<Boolean> exit = handle.onExit().thenApply(ended -> true);
        return exit.completeOnTimeout(false, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private static Optional<String> name(Layout layout, ProcessHandle handle) {
        List<String> arguments = commandLine(handle);
        String folder = layout.state() + "/";
        if (arguments.contains(Child.MARK + layout.state())) {
            return Optional.of(arguments.stream()
                    .filter(argument -> argument.startsWith(Child.NAME))
                    .map(argument -> argument.substring(Child.NAME.length()))
                    .findFirst()
                    .orElse("jvm"));
        }
        return arguments.stream()
                .filter(argument -> argument.startsWith(folder))
                .filter(argument -> arguments.getFirst().endsWith("postgres"))
                .map(argument -> "postgres " + argument.substring(folder.length()))
                .findFirst();
    }

    private static List<String> commandLine(ProcessHandle handle) {
        Path file = Path.of("/proc", Long.toString(handle.pid()), "cmdline");
        try {
            return Arrays.asList(new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\0", -1));
        } catch (NoSuchFileException e) {
            return List.of("");
        } catch (IOException e) {
            if (!handle.isAlive()) {
                return List.of("");
            }
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
