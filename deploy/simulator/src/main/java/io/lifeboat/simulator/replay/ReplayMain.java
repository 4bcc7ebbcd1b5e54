package io.lifeboat.simulator.replay;

import io.lifeboat.contract.Act;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.PlanHash;
import io.lifeboat.contract.plan.PlanProblem;
import io.lifeboat.contract.plan.PlanReader;
import io.lifeboat.contract.plan.PlanReading;
import io.lifeboat.contract.plan.PlanRevision;
import io.lifeboat.simulator.Worlds;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells scenarios to the gate and prints what it would have decided; {@link #HELP} says how. */
public final class ReplayMain {

    static final String HELP = """
            usage: ./lifeboat gate replay FOLDER...

            Tells what was seen in a disaster to the coordinator's own code, under a turned clock, and prints each turn of
            the gate: what it took it for, what it decided, and which check made it so. Nothing is carried out.

            A folder holds a scenario.yaml (who sees what from when on, what people say, what is to be decided) and a
            plan.yaml, the gate's configuration; the plan may stand in the folder above. A folder of such folders is
            told one after the other. deploy/scenarios has some fifty, and a README that explains the form.

            Exit status: 0 every decision was as expected; 1 one was not; 2 a folder or a file is wrong.
            """;

    private static final String PLAN = "plan.yaml";
    private static final int GOOD = 0;
    private static final int BAD = 1;
    private static final int USAGE = 2;

    private final PrintStream out;

    private ReplayMain(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        System.exit(run(new PrintStream(System.out, true, StandardCharsets.UTF_8), arguments));
    }

    /** Tells them all, and says how it ended as an exit status. */
    static int run(PrintStream out, String... arguments) {
        if (arguments.length == 0 || List.of("--help", "-h").contains(arguments[0])) {
            out.print(HELP);
            return arguments.length == 0 ? USAGE : GOOD;
        }
        try {
            boolean allGood = true;
            for (String folder : arguments) {
                for (Path scenario : scenarios(Path.of(folder))) {
                    allGood &= new ReplayMain(out).tell(scenario);
                }
            }
            return allGood ? GOOD : BAD;
        } catch (IOException | IllegalArgumentException e) {
            out.println(e.getMessage());
            return USAGE;
        }
    }

    /** The scenarios in a folder, or the folder itself. */
    static List<Path> scenarios(Path folder) throws IOException {
        if (Files.exists(folder.resolve(Scenario.FILE))) {
            return List.of(folder);
        }
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(folder + " is no folder");
        }
        try (Stream<Path> inside = Files.list(folder)) {
            List<Path> found = inside.filter(each -> Files.exists(each.resolve(Scenario.FILE)))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new IllegalArgumentException(
                        "%s holds no %s, and no folder that does".formatted(folder, Scenario.FILE));
            }
            return found;
        }
    }

    /** What becomes of a scenario, and how that compares. */
    static Told telling(Path folder) throws IOException {
        try {
            Scenario scenario = Scenario.read(folder);
            PlanRevision plan = plan(folder);
            Replay.Result result = Worlds.tell(() -> new Replay(plan, scenario).run());
            return new Told(scenario, result, Judgement.of(scenario.expect(), result));
        } catch (IOException e) {
            throw new IOException(folder.resolve(Scenario.FILE) + ": " + e.getMessage(), e);
        }
    }

    /** A scenario, what was decided, and how that compares. */
    record Told(Scenario scenario, Replay.Result result, Judgement judgement) {}

    private boolean tell(Path folder) throws IOException {
        Told told = telling(folder);
        out.printf("%s: %s%n", folder.getFileName(), told.scenario().says());
        told.result()
                .turns()
                .forEach(turn -> out.printf(
                        "  %8s  %-14s  %-18s  %s%n",
                        Words.of(turn.at()),
                        Words.of(turn.outcome()),
                        Words.of(turn.disasterClass()),
                        turn.decisive()
                                .map(check -> check.check() + ": " + check.reason())
                                .orElse("")));
        if (told.result().turns().isEmpty()) {
            out.println("  no incident was opened");
        } else {
            explain(told.result().turns().getLast());
        }
        told.result().closed().forEach(outcome -> out.println("            closed: " + outcome));
        out.println(
                told.judgement().asExpected()
                        ? "  as expected"
                        : "  NOT AS EXPECTED: "
                                + String.join("; ", told.judgement().differences()));
        return told.judgement().asExpected();
    }

    private void explain(Turn turn) {
        out.printf("            confidence: %s%n", Words.of(turn.confidence()));
        turn.evidenceFor().forEach(argument -> out.println("            for      " + Words.of(argument)));
        turn.evidenceAgainst().forEach(argument -> out.println("            against  " + Words.of(argument)));
    }

    static PlanRevision plan(Path folder) throws IOException {
        Path here = folder.resolve(PLAN);
        Path file =
                Files.exists(here) ? here : folder.toAbsolutePath().getParent().resolve(PLAN);
        if (!Files.exists(file)) {
            throw new IllegalArgumentException("there is no %s in %s or above it".formatted(PLAN, folder));
        }
        return switch (new PlanReader().read(Files.readString(file))) {
            case PlanReading.Readable readable -> inForce(readable.plan());
            case PlanReading.Refused refused ->
                throw new IllegalArgumentException(refused.problems().stream()
                        .map(problem -> "%s: %s".formatted(file, words(problem)))
                        .collect(Collectors.joining("\n")));
        };
    }

    private static String words(PlanProblem problem) {
        return "line %s, %s: %s".formatted(problem.line(), problem.field(), problem.message());
    }

    private static PlanRevision inForce(Plan plan) {
        Act act = new Act("replay", "the gate's configuration to try");
        return new PlanRevision(plan.application(), 1, PlanHash.of(plan), PlanRevision.State.IN_FORCE, plan, act, act);
    }
}
