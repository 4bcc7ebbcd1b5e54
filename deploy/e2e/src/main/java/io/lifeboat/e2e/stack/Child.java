package io.lifeboat.e2e.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One process this stack started. Its command line carries the state folder, so that whoever cleans up later can tell it
 * from any other process that was given the same number.
 */
public final class Child {

    /** The system property by which a process of a stack is known. */
    static final String MARK = "-Dlifeboat.stack=";

    /** The system property that tells people which process it is. */
    static final String NAME = "-Dlifeboat.process=";

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final String name;
    private final List<String> command;
    private final Map<String, String> environment;
    private final Layout layout;
    private volatile Process process;

    private Child(String name, List<String> command, Map<String, String> environment, Layout layout) {
        this.name = name;
        this.command = command;
        this.environment = environment;
        this.layout = layout;
        this.process = spawn();
    }

    /**
     * Starts a JVM.
     *
     * @param name its name in logs and pid files
     * @param heap for example {@code 192m}
     * @param arguments what follows the JVM's own options: {@code -jar x} or {@code -cp y Main ...}
     * @param environment added to this process's own
     */
    public static Child jvm(
            String name, String heap, List<String> arguments, Map<String, String> environment, Layout layout) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                MARK + layout.state(),
                NAME + name,
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError"));
        command.addAll(arguments);
        return new Child(name, command, environment, layout);
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** Its process number. */
    public long pid() {
        return process.pid();
    }

    /** How much of the processors it has used so far; zero where the system does not tell. */
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Whether it runs. */
    public boolean alive() {
        return process.isAlive();
    }

    /** Ends it the way a crash does, and waits until it is gone. */
    public void kill() {
        process.destroyForcibly();
        await();
    }

    /** Lets it stand still as a long pause would, until {@link #goOn}. */
    public void halt() {
        signal("STOP");
    }

    /** Lets it go on. */
    public void goOn() {
        signal("CONT");
    }

    /** Starts it again after it ended, with the same command. */
    public void restart() {
        if (process.isAlive()) {
            throw new IllegalStateException(name + " is still running");
        }
        process = spawn();
    }

    /** Asks it to end, and insists after a while. */
    public void stop() {
        process.destroy();
        await();
    }

    private void signal(String name) {
        try {
            int status = new ProcessBuilder("kill", "-" + name, Long.toString(pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException("kill -" + name + " of " + this.name + " ended with " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot send SIG" + name + " to " + this.name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + this.name + " gets SIG" + name, e);
        }
    }

    private void await() {
        try {
            if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private Process spawn() {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(layout.log(name).toFile()))
                .directory(layout.folder("work/" + name).toFile());
        builder.environment().keySet().removeIf(Child::belongsToSomeoneElse);
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + name, e);
        }
    }

    /** A developer's own AWS settings must never reach a process of the sandbox. */
    private static boolean belongsToSomeoneElse(String variable) {
        return variable.startsWith("AWS_") || variable.startsWith("QUARKUS_") || variable.startsWith("LIFEBOAT_");
    }

    /** What it has logged, in all its lives. */
    public String log() {
        try {
            return Files.readString(layout.log(name));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the log of " + name, e);
        }
    }

    /** The last lines of its log, for an error message. */
    public String lastWords() {
        try {
            List<String> lines = Files.readAllLines(layout.log(name));
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 25), lines.size()));
        } catch (IOException e) {
            return "(its log cannot be read: " + e.getMessage() + ")";
        }
    }
}
