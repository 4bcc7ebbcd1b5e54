package io.lifeboat.bench;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the benchmark was asked to do.
 *
 * @param benches which measurements, in order
 * @param trials how often each is repeated; 0 for each one's own number
 * @param json where the results go as JSON, or null
 * @param help whether only help is wanted
 */
record BenchOptions(
        List<String> benches, int trials, @Nullable Path json, boolean help) {

    static final List<String> ALL = List.of("b3", "b4", "b6", "b8", "gate");

    static final String HELP = """
            usage: ./lifeboat bench [b3|b4|b6|b8|gate|all] [OPTIONS]

            Measures the packaged services on this machine's loopback, each measurement beside a comparison of
            the same run, and prints medians, p99 (where there are samples enough), ratios and what differs.
            Nothing passes or fails by a time. docs/benchmarks.md has the definitions and one machine's figures.

              b3    failure to decision: a watched target begins to answer 503, until the incident is open and until
                    the gate has a quorum; beside Prometheus, Alertmanager and the blackbox exporter when all three
                    are on the PATH (Debian: prometheus, prometheus-alertmanager, prometheus-blackbox-exporter)
              b4    decision to command, and event in to command out, at 20 and at 200 a second; beside a bare Kafka
                    produce and consume with the same client settings, of one hop and of two
              b6    ten-step plans of calls that answer at once and after 100 ms: ms a step, and steps a second at 16
                    plans; beside a plain script of the same calls
              b8    kill -9 of coordinator and executor amid open executions: until ready, until all progress; and the
                    same with a second instance of each standing by
              gate  500 applications lose their region at once: event to the gate's answer, decision to command, and
                    whether waves and limits are kept under one approval; beside bare Kafka of two hops and of one
              all   all of these (what is meant when none is named)

              --trials N      how often to repeat: b3 flips (default 20), b4 seconds at 20/s (10; at 200/s 3),
                              b6 plans (20), b8 crashes of each kind (3), applications of gate (500)
              --json FILE     write every sample as JSON too
              --help          this text

            Takes about fifteen minutes for all. Logs and data: .lifeboat/bench
            Exit status: 0 measured; 1 something did not come up or did not answer; 2 the options are wrong.
            """;

    BenchOptions {
        benches = List.copyOf(benches);
    }

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException naming the option and what it takes
     */
    static BenchOptions parse(String... arguments) {
        List<String> benches = new ArrayList<>();
        int trials = 0;
        Path json = null;
        boolean help = false;
        Deque<String> rest = new ArrayDeque<>(List.of(arguments));
        while (!rest.isEmpty()) {
            String option = rest.removeFirst();
            switch (option) {
                case "--help", "-h" -> help = true;
                case "--trials" -> trials = count(value(option, rest));
                case "--json" -> json = Path.of(value(option, rest)).toAbsolutePath();
                case "all" -> benches.addAll(ALL);
                default -> {
                    if (!ALL.contains(option)) {
                        throw new IllegalArgumentException(
                                "there is no measurement or option " + option + "; see ./lifeboat bench --help");
                    }
                    benches.add(option);
                }
            }
        }
        List<String> wanted =
                benches.isEmpty() ? ALL : benches.stream().distinct().toList();
        return new BenchOptions(wanted, trials, json, help);
    }

    /** The number of trials asked for, or a measurement's own. */
    int trialsOr(int own) {
        return trials == 0 ? own : trials;
    }

    private static String value(String option, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new IllegalArgumentException(option + " needs a value; see ./lifeboat bench --help");
        }
        return rest.removeFirst();
    }

    private static int count(String text) {
        try {
            int value = Integer.parseInt(text);
            if (value >= 1 && value <= 1000) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--trials takes a whole number, not '" + text + "'", e);
        }
        throw new IllegalArgumentException("--trials takes 1 to 1000, not " + text);
    }
}
