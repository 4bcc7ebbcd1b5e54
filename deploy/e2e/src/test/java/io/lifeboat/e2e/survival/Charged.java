package io.lifeboat.e2e.survival;

import io.lifeboat.chassis.crash.CrashPoint;
import io.lifeboat.contract.envelope.MessageType;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A charge at one crash point of one process, as the agent in {@code deploy/crash} reads it.
 *
 * @param process for example {@code executor-1}
 * @param point where
 * @param what whose passing: a message's type, a step's id or an AWS call's name
 * @param deed {@code kill} or {@code stop}
 */
record Charged(String process, CrashPoint point, String what, String deed) {

    static Charged kill(String process, CrashPoint point, String step) {
        return new Charged(process, point, step, "kill");
    }

    static Charged kill(String process, CrashPoint point, MessageType type) {
        return kill(process, point, type.wireName());
    }

    /** The same point, where the process stands still instead. */
    Charged stops() {
        return new Charged(process, point, what, "stop");
    }

    boolean isStop() {
        return deed.equals("stop");
    }

    /** The file that says it went off. */
    Path mark(Path state) {
        return marks(state, process).resolve(text());
    }

    @Override
    public String toString() {
        return process + " " + text();
    }

    private String text() {
        return point.name().toLowerCase(Locale.ROOT).replace('_', '-') + "@" + what + ":" + deed + ":1";
    }

    /** The JVM options that attach the agent to a process, with all of its charges. */
    static List<String> options(Path root, Path state, String process, List<Charged> all) {
        String charges = all.stream()
                .filter(charged -> charged.process().equals(process))
                .map(Charged::text)
                .collect(Collectors.joining(","));
        return List.of(
                "-javaagent:" + root.resolve("deploy/crash/target/lifeboat-crash.jar"),
                "-Dlifeboat.crash=" + charges,
                "-Dlifeboat.crash.marks=" + marks(state, process));
    }

    private static Path marks(Path state, String process) {
        return state.resolve("crash").resolve(process);
    }
}
