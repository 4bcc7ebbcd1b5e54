package io.lifeboat.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.simulator.Options.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Runs the seeds of one kind, or the one that was asked for, and says how they went. */
final class Runs {

    /** More would only hide the first. */
    private static final int ENOUGH = 3;

    private Runs() {}

    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    /**
     * Runs the seeds up to the number of that setting, from 1 or from {@code -Dlifeboat.seeds.from}; with {@code -Dlifeboat.seed}
     * that one only, with its trace.
     */
    static void all(Kind kind, String setting) {
        String one = System.getProperty("lifeboat.seed", "");
        if (one.isEmpty()) {
            many(kind, Integer.getInteger("lifeboat.seeds.from", 1), Integer.getInteger(setting, 100));
        } else {
            Outcome outcome = Seeds.run(kind, Long.parseLong(one));
            outcome.trace().forEach(System.out::println);
            assertThat(outcome.good()).as(outcome.report()).isTrue();
        }
    }

    private static void many(Kind kind, int from, int to) {
        assertThat(from).as("lifeboat.seeds.from, beside the last seed to run").isLessThanOrEqualTo(to);
        Tally tally = new Tally(kind, from);
        long told = System.nanoTime();
        for (int seed = from; seed <= to && tally.broken.size() < ENOUGH; seed++) {
            tally.count(Seeds.run(kind, seed));
            if (System.nanoTime() - told > MINUTE) {
                told = System.nanoTime();
                System.out.println(tally + " so far, of seeds " + from + " to " + to);
            }
        }
        System.out.println(tally + "; " + tally.endings);
        assertThat(tally.broken).as("broken promises").isEmpty();
    }

    private static final class Tally {

        private final Kind kind;
        private final int from;
        private final List<String> broken = new ArrayList<>();
        private final Map<String, Integer> endings = new TreeMap<>();
        private final long begun = System.nanoTime();
        private int run;
        private long turned;
        private long events;

        Tally(Kind kind, int from) {
            this.kind = kind;
            this.from = from;
        }

        void count(Outcome outcome) {
            run++;
            turned += outcome.seconds();
            events += outcome.events();
            endings.merge(outcome.facts().toString(), 1, Integer::sum);
            if (!outcome.good()) {
                broken.add(outcome.report());
            }
        }

        @Override
        public String toString() {
            double seconds = (System.nanoTime() - begun) / 1e9;
            return "simulator: %s: %d seeds from %d in %.1f s, %.0f a second; %d hours turned, %d events; %d broke a promise"
                    .formatted(kind, run, from, seconds, run / seconds, turned / 3600, events, broken.size());
        }
    }
}
