package io.lifeboat.simulator.replay;

import io.lifeboat.contract.plan.PlanRevision;
import io.lifeboat.simulator.Worlds;
import io.lifeboat.simulator.scenario.Decided;
import io.lifeboat.simulator.scenario.Judgement;
import io.lifeboat.simulator.scenario.Scenario;
import io.lifeboat.simulator.scenario.ScenarioFolder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Tells scenarios and recordings to the gate and prints what it would have decided; {@link #HELP} says how. */
public final class ReplayMain {

    static final String HELP = """
            usage: ./lifeboat gate replay FOLDER|FILE...

            Tells what was seen in a disaster to the coordinator's own code, under a turned clock, and prints each turn of
            the gate: what it took it for, what it decided, and which check made it so. Nothing is carried out, and what
            would have been is said; a telling ends when an execution would have begun.

            A scenario is a folder with a scenario.yaml: who sees what from when on, what people say, what is to be decided.
            A recording is a folder with *.jsonl files, or one such file: messages of the topics signals and outage-events as
            they were on Kafka, one a line, as kcat -J prints them, as kafka-console-consumer.sh prints them with timestamp,
            headers and key, or as {"topic": ..., "key": ..., "timestamp": ..., "headers": {...}, "value": {...}}. They are
            told again in the order in which the broker appended them. An expect.yaml beside them may say what people
            would have said, and what is to be decided.

            The gate's configuration to be tried is plan.yaml in the folder or in the one above; of a recording, what
            concerns another application than the plan's is passed over. A folder of folders is told one after the other,
            and summed up. deploy/scenarios has some forty scenarios, and a README that explains both forms and how to
            record.

            Exit status: 0 every decision was as expected, or nothing was expected; 1 one was not; 2 a folder, a file or a
            line of a recording is wrong (the rest is told all the same).
            """;

    private static final int GOOD = 0;
    private static final int BAD = 1;
    private static final int USAGE = 2;

    private ReplayMain() {}

    public static void main(String[] arguments) {
        System.exit(run(new PrintStream(System.out, true, StandardCharsets.UTF_8), arguments));
    }

    /** Tells them all, and says how it ended as an exit status. */
    static int run(PrintStream out, String... arguments) {
        if (arguments.length == 0 || List.of("--help", "-h").contains(arguments[0])) {
            out.print(HELP);
            return arguments.length == 0 ? USAGE : GOOD;
        }
        ToldInWords words = new ToldInWords(out);
        Tally tally = new Tally();
        int status = GOOD;
        try {
            for (String argument : arguments) {
                for (Path each : scenarios(Path.of(argument))) {
                    Told told = telling(each);
                    words.tell(each, told);
                    told.result().ifPresent(tally::add);
                    status = Math.max(status, status(told));
                }
            }
            tally.lines().forEach(out::println);
            return status;
        } catch (IOException | IllegalArgumentException e) {
            out.println(e.getMessage());
            return USAGE;
        }
    }

    private static int status(Told told) {
        if (!told.unreadable().isEmpty()) {
            return USAGE;
        }
        return told.judgement().stream().allMatch(Judgement::asExpected) ? GOOD : BAD;
    }

    /** The scenarios and recordings in a folder, or the folder or file itself. */
    static List<Path> scenarios(Path folder) throws IOException {
        if (isToBeTold(folder)) {
            return List.of(folder);
        }
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(folder + " is no folder, and no file of a recording");
        }
        try (Stream<Path> inside = Files.list(folder)) {
            List<Path> found = new ArrayList<>();
            for (Path each : inside.sorted().toList()) {
                if (Files.isDirectory(each) && isToBeTold(each)) {
                    found.add(each);
                }
            }
            if (found.isEmpty()) {
                throw new IllegalArgumentException(
                        "%s holds neither a %s nor a recording (*.jsonl), and no folder that does"
                                .formatted(folder, Scenario.FILE));
            }
            return List.copyOf(found);
        }
    }

    private static boolean isToBeTold(Path path) throws IOException {
        return Files.exists(path.resolve(Scenario.FILE)) || RecordingFiles.is(path);
    }

    /** What becomes of a scenario or a recording, and how that compares. */
    static Told telling(Path path) throws IOException {
        if (Files.exists(path.resolve(Scenario.FILE))) {
            return ofScenario(path);
        }
        return ofRecording(path);
    }

    private static Told ofScenario(Path folder) throws IOException {
        try {
            Scenario scenario = Scenario.read(folder);
            PlanRevision plan = ScenarioFolder.inForce(folder);
            Decided result = Worlds.tell(() -> new Replay(plan, scenario).run());
            return Told.of(scenario, result);
        } catch (IOException e) {
            throw new IOException(folder.resolve(Scenario.FILE) + ": " + e.getMessage(), e);
        }
    }

    private static Told ofRecording(Path path) throws IOException {
        PlanRevision plan = ScenarioFolder.inForce(path);
        Remarks remarks = Remarks.beside(path);
        RecordingFiles files = RecordingFiles.read(RecordingFiles.in(path), plan.application());
        if (files.messages().isEmpty()) {
            return Told.nothing(remarks, files);
        }
        Recording recording = Recording.of(files.messages(), remarks.people());
        return Told.of(remarks, files, recording, Worlds.tell(() -> new Replay(plan, recording).run()));
    }
}
