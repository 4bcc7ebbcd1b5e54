package io.lifeboat.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.simulator.Options.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs the seeds of one kind, or the one that was asked for, and says how they went. */
final class Runs {

    /** More would only hide the first. */
    private static final int ENOUGH = 3;

    private Runs() {}

    /** Runs seeds 1 to the number of that setting; with {@code -Dlifeboat.seed} that one only, with its trace. */
    static void all(Kind kind, String setting) {
        String one = System.getProperty("lifeboat.seed", "");
        if (one.isEmpty()) {
            many(kind, Integer.getInteger(setting, 100));
        } else {
            Outcome outcome = Seeds.run(kind, Long.parseLong(one));
            outcome.trace().forEach(System.out::println);
            assertThat(outcome.good()).as(outcome.report()).isTrue();
        }
    }

    private static void many(Kind kind, int seeds) {
        List<String> broken = new ArrayList<>();
        Map<String, Integer> endings = new TreeMap<>();
        long begun = System.nanoTime();
        long turned = 0;
        long events = 0;
        int run = 0;
        while (run < seeds && broken.size() < ENOUGH) {
            Outcome outcome = Seeds.run(kind, ++run);
            turned += outcome.seconds();
            events += outcome.events();
            endings.merge(outcome.facts().toString(), 1, Integer::sum);
            if (!outcome.good()) {
                broken.add(outcome.report());
            }
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                "simulator: %s: %d seeds in %.1f s, %.0f a second; %d hours turned, %d events; %d broke a promise; %s%n",
                kind, run, seconds, run / seconds, turned / 3600, events, broken.size(), endings);
        assertThat(broken).as("broken promises").isEmpty();
    }
}
