package io.lifeboat.coordinator.timing;

import io.lifeboat.contract.incident.Mode;
import io.lifeboat.contract.plan.Step;
import io.lifeboat.contract.timing.StepStatistics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How long a procedure is expected to take, from past executions.
 *
 * @param procedure the procedure
 * @param mode the mode of the runs it rests on, which are never mixed; null when it is unknown
 * @param median along the critical path, each step at its median; null when it is unknown
 * @param slow along the critical path, each step at its 95th percentile; null when it is unknown
 * @param path the steps of the critical path at their medians, in order; empty when it is unknown
 * @param runs of the step on the path that was run least often
 * @param basis what it rests on, or why it is unknown
 */
public record ExpectedTime(
        String procedure,
        @Nullable Mode mode,
        @Nullable Duration median,
        @Nullable Duration slow,
        List<String> path,
        int runs,
        String basis) {

    /** Fewer runs say too little. */
    public static final int ENOUGH = 5;

    /** A disaster is most like a disaster, then like a rehearsal, which acts on production too. */
    private static final List<Mode> NEAREST_FIRST = List.of(Mode.LIVE, Mode.REHEARSAL, Mode.DRILL);

    public ExpectedTime {
        path = List.copyOf(path);
    }

    /**
     * What is to be expected of a procedure.
     *
     * @param procedure its name
     * @param steps its steps; empty when the plan has no such procedure
     * @param known what is known of the application's steps
     */
    public static ExpectedTime of(String procedure, List<Step> steps, List<StepStatistics> known) {
        if (steps.isEmpty()) {
            return unknown(procedure, "the plan has no procedure " + procedure);
        }
        List<Shortfall> shortfalls = new ArrayList<>();
        for (Mode mode : NEAREST_FIRST) {
            StepGraph graph = new StepGraph(steps, new Runs(mode, known));
            Shortfall shortfall = graph.least();
            if (shortfall.runs() >= ENOUGH) {
                return new ExpectedTime(
                        procedure,
                        mode,
                        graph.median().length(),
                        graph.slow().length(),
                        graph.median().steps(),
                        shortfall.runs(),
                        "at least %d %s runs of each of %s"
                                .formatted(
                                        shortfall.runs(),
                                        word(mode),
                                        String.join(", ", graph.median().steps())));
            }
            shortfalls.add(shortfall);
        }
        Shortfall nearest = shortfalls.stream()
                .max(Comparator.comparing(Shortfall::runs))
                .filter(shortfall -> shortfall.runs() > 0)
                .orElse(shortfalls.getFirst());
        return unknown(procedure, nearest.words());
    }

    private static ExpectedTime unknown(String procedure, String why) {
        return new ExpectedTime(procedure, null, null, null, List.of(), 0, why);
    }

    private static String word(Mode mode) {
        return mode.name().toLowerCase(Locale.ROOT);
    }

    /** The step that was run least often. */
    record Shortfall(Mode mode, String step, int runs) {

        String words() {
            return "not enough runs (%d of %d; step %s, %s)".formatted(runs, ENOUGH, step, word(mode));
        }
    }

    /** What is known of one mode. Runs of another action under the same step's name are not runs of this one. */
    record Runs(Mode mode, List<StepStatistics> known) {

        @Nullable
        StepStatistics of(Step step) {
            return known.stream()
                    .filter(each -> each.mode() == mode
                            && each.stepId().equals(step.id())
                            && each.action().equals(step.action()))
                    .findFirst()
                    .orElse(null);
        }
    }
}
