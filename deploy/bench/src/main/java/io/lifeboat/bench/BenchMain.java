package io.lifeboat.bench;

import io.lifeboat.bench.command.DecisionToCommand;
import io.lifeboat.bench.detect.FailureToDecision;
import io.lifeboat.bench.figure.Machine;
import io.lifeboat.bench.figure.Results;
import io.lifeboat.bench.figure.Section;
import io.lifeboat.bench.figure.Table;
import io.lifeboat.bench.gate.RegionLost;
import io.lifeboat.bench.recovery.CrashRecovery;
import io.lifeboat.bench.step.StepOverhead;
import io.lifeboat.e2e.client.HttpFailure;
import io.lifeboat.e2e.stack.Layout;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Measures and prints; {@link BenchOptions#HELP} says how. */
public final class BenchMain {

    private static final int GOOD = 0;
    private static final int BAD = 1;
    private static final int USAGE = 2;

    private BenchMain() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(out, arguments));
    }

    /** Runs it and says how it ended, as an exit status. */
    static int run(PrintStream out, String... arguments) {
        BenchOptions options;
        try {
            options = BenchOptions.parse(arguments);
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            return USAGE;
        }
        if (options.help()) {
            out.print(BenchOptions.HELP);
            return GOOD;
        }
        try {
            measure(out, options);
            return GOOD;
        } catch (IllegalStateException | UncheckedIOException | HttpFailure e) {
            out.println();
            out.println(e.getMessage());
            return BAD;
        }
    }

    private static void measure(PrintStream out, BenchOptions options) {
        Machine machine = Machine.here();
        Layout layout = Layout.ofLauncher("bench");
        out.println("Lifeboat's benchmarks on " + machine.text());
        out.println("Logs and data: " + layout.state());
        List<Section> sections = new ArrayList<>();
        for (String bench : options.benches()) {
            out.println();
            Section section = one(bench, options, layout, step -> out.println("  " + bench + ": " + step));
            out.println();
            out.print(Table.text(section));
            sections.add(section);
        }
        if (options.json() != null) {
            new Results(machine, sections).write(options.json());
            out.println();
            out.println("Every sample: " + options.json());
        }
    }

    private static Section one(String bench, BenchOptions options, Layout layout, Consumer<String> progress) {
        return switch (bench) {
            case "b3" -> new FailureToDecision(layout, options.trialsOr(20), progress).measure();
            case "b4" -> new DecisionToCommand(layout, options.trialsOr(10), progress).measure();
            case "b6" -> new StepOverhead(layout, options.trialsOr(20), progress).measure();
            case "gate" -> new RegionLost(layout, options.trialsOr(500), progress).measure();
            case "b8" -> new CrashRecovery(layout, options.trialsOr(3), progress).measure();
            default -> throw new IllegalArgumentException("no measurement " + bench);
        };
    }
}
