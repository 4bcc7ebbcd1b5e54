package io.lifeboat.bench.step;

import io.lifeboat.bench.figure.Distribution;
import io.lifeboat.bench.figure.Row;
import io.lifeboat.bench.figure.Section;
import io.lifeboat.bench.flow.Executions;
import io.lifeboat.bench.room.People;
import io.lifeboat.bench.room.Plans;
import io.lifeboat.bench.room.Room;
import io.lifeboat.bench.room.StepServer;
import io.lifeboat.bench.room.Waiting;
import io.lifeboat.e2e.stack.Child;
import io.lifeboat.e2e.stack.Layout;
import io.lifeboat.e2e.stack.Services;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** B6: ten steps in a row through coordinator, Kafka and executor, and sixteen such plans at once. */
public final class StepOverhead {

    private static final int STEPS = 10;
    private static final int AT_ONCE = 16;

    /** What is told of a step, in this order. */
    private static final List<String> STAGES =
            List.of("decision told to command here", "to accepted", "to first look told", "to done told");

    private static final int WARM_ROUNDS = 4;
    private static final Duration SLOW = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Layout layout;
    private final int trials;
    private final Consumer<String> progress;

    public StepOverhead(Layout layout, int trials, Consumer<String> progress) {
        this.layout = layout;
        this.trials = trials;
        this.progress = progress;
    }

    /** Measures. */
    public Section measure() {
        progress.accept("Kafka, PostgreSQL, a coordinator and an executor ...");
        List<Row> rows = new ArrayList<>();
        try (Room room = Room.start(layout);
                StepServer server = new StepServer()) {
            room.coordinator("coordinator-1", Map.of());
            Services.Started executor = room.executor("executor-1");
            List<String> applications =
                    IntStream.range(0, AT_ONCE).mapToObj(i -> "b6-" + i).toList();
            applications.forEach(application -> new Plans(room.rest()).steps(application, STEPS, server.url()));
            try (Executions executions = new Executions(room.bootstrap())) {
                Plan plan = new Plan(new People(room), executions);
                coldAndWarm(plan, executor.child(), applications, rows);
                progress.accept("one plan at a time ...");
                one(plan, server, Duration.ZERO, rows);
                one(plan, server, SLOW, rows);
                server.delay(Duration.ZERO);
                progress.accept(AT_ONCE + " plans at once ...");
                rows.add(Row.of(
                        AT_ONCE + " plans at once, calls that answer at once",
                        "steps/s",
                        Distribution.of(many(plan, applications, Math.max(3, trials / 4)))));
            }
        }
        return new Section("b6", "ten-step plans", rows, notes());
    }

    private static List<String> notes() {
        return List.of(
                "A step here is a command of its own: decided and committed by the coordinator, sent over Kafka, accepted,"
                        + " observed, its intent committed, called, observed again and ended by the executor, sent back."
                        + " Between two calls the epoch and the lease are checked, and a person may pause the plan.",
                "The script keeps its connection, records nothing and cannot be resumed.",
                "For reference, measured elsewhere and not in this run (2 cores, one machine, ten-step workflows in one"
                        + " process beside its store): Restate 1.7 1.9 ms a step and 1494 steps/s at 16, DBOS 5.3 2.5 ms"
                        + " and 1095 steps/s, Conductor 3.15 9.9 ms. They journal steps inside one engine; none of them"
                        + " checks a fence or observes before each call.");
    }

    /** The first plan of fresh services, then as many as warm them. */
    private void coldAndWarm(Plan plan, Child executor, List<String> applications, List<Row> rows) {
        progress.accept("first plan of fresh services ...");
        Duration before = executor.processorTime();
        Map<String, Long> first = plan.run(applications.subList(0, 1));
        Duration spent = executor.processorTime().minus(before);
        stages(plan.firstStep(applications.getFirst()).stream().map(List::of).toList(), "fresh executor", rows);
        rows.add(Row.of(
                "first plan of fresh services, a step",
                "ms",
                Distribution.of(List.of(first.get(applications.getFirst()) / 1e6 / STEPS))));
        rows.add(Row.of(
                "first plan of fresh services, the executor's processor time", "ms", Distribution.of(List.of((double)
                        spent.toMillis()))));
        progress.accept("warming up ...");
        for (int round = 0; round < WARM_ROUNDS; round++) {
            plan.run(applications);
        }
        before = executor.processorTime();
        plan.run(applications.subList(0, 1));
        rows.add(Row.of(
                "one plan of warm services, the executor's processor time", "ms", Distribution.of(List.of((double)
                        executor.processorTime().minus(before).toMillis()))));
    }

    private void one(Plan plan, StepServer server, Duration delay, List<Row> rows) {
        server.delay(delay);
        PlainScript script = new PlainScript();
        String application = "b6-0";
        List<Double> scripted = new ArrayList<>();
        List<Double> measured = new ArrayList<>();
        List<List<Double>> firstSteps = new ArrayList<>();
        script.run(server.url(), STEPS);
        int count = delay.isZero() ? trials : Math.max(5, trials / 2);
        for (int trial = 0; trial < count; trial++) {
            scripted.add(script.run(server.url(), STEPS));
            long took = plan.run(List.of(application)).get(application);
            measured.add(took / 1e6 / STEPS);
            firstSteps.add(plan.firstStep(application));
        }
        String calls = delay.isZero() ? "calls that answer at once" : "calls of " + delay.toMillis() + " ms";
        Row plain = Row.of("plain script, " + calls + ", a step", "ms", Distribution.of(scripted));
        rows.add(plain);
        rows.add(Row.of("one plan, " + calls + ", a step", "ms", Distribution.of(measured))
                .beside(plain));
        if (delay.isZero()) {
            stages(
                    IntStream.range(0, STAGES.size())
                            .mapToObj(stage -> firstSteps.stream()
                                    .map(step -> step.get(stage))
                                    .toList())
                            .toList(),
                    "warm executor",
                    rows);
        }
    }

    private static void stages(List<List<Double>> byStage, String which, List<Row> rows) {
        for (int stage = 0; stage < STAGES.size(); stage++) {
            rows.add(Row.of(
                    "  first step, %s: %s".formatted(which, STAGES.get(stage)),
                    "ms",
                    Distribution.of(byStage.get(stage))));
        }
    }

    private static List<Double> many(Plan plan, List<String> applications, int rounds) {
        List<Double> rates = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            plan.run(applications);
            rates.add(applications.size() * STEPS / (plan.span() / 1e9));
        }
        return rates;
    }

    /** Runs plans of those applications at once, and times them by what the topics say. */
    private record Plan(People people, Executions executions) {

        /** How long each took from the decision to the last step's end, in ns; returns once their incidents are closed. */
        Map<String, Long> run(List<String> applications) {
            executions.forget();
            people.approve(applications.stream().map(people::declare).toList());
            Waiting.until(
                    "plans to complete", PATIENCE, () -> executions.closed().containsAll(applications));
            Map<String, Long> took = new LinkedHashMap<>();
            applications.forEach(application -> took.put(
                    application,
                    executions.completed().get(application)
                            - executions.opened().get(application)));
            return took;
        }

        /** From the first decision to the last completion, in ns. */
        long span() {
            long first = executions.opened().values().stream()
                    .mapToLong(Long::longValue)
                    .min()
                    .orElseThrow();
            long last = executions.completed().values().stream()
                    .mapToLong(Long::longValue)
                    .max()
                    .orElseThrow();
            return last - first;
        }

        /** How long each of the {@link #STAGES} of the first step took, in ms. */
        List<Double> firstStep(String application) {
            List<Long> told = executions.progress().get(application);
            List<Double> stages = new ArrayList<>();
            long before = executions.opened().get(application);
            for (int stage = 0; stage < STAGES.size(); stage++) {
                stages.add((told.get(stage) - before) / 1e6);
                before = told.get(stage);
            }
            return stages;
        }
    }
}
