package io.lifeboat.bench.recovery;

import io.lifeboat.bench.figure.Distribution;
import io.lifeboat.bench.figure.Row;
import io.lifeboat.bench.figure.Section;
import io.lifeboat.bench.flow.Executions;
import io.lifeboat.bench.room.People;
import io.lifeboat.bench.room.Plans;
import io.lifeboat.bench.room.Room;
import io.lifeboat.bench.room.StepServer;
import io.lifeboat.bench.room.Waiting;
import io.lifeboat.e2e.stack.Layout;
import io.lifeboat.e2e.stack.Services;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** B8: coordinator and executor die amid open executions, and come back, or others take over. */
public final class CrashRecovery {

    /** As many as one executor carries on at once, so that every plan has a step in flight when it dies. */
    private static final int PLANS = 60;

    private static final int STEPS = 8;

    /** What the dead had sent before they died is here after this. */
    private static final Duration DELIVERY = Duration.ofMillis(200);

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Layout layout;
    private final int trials;
    private final Consumer<String> progress;
    private final List<Double> coordinatorReady = new ArrayList<>();
    private final List<Double> executorReady = new ArrayList<>();
    private final List<Double> firstAfterReady = new ArrayList<>();
    private final List<Double> eachAfterReady = new ArrayList<>();
    private final List<Double> allAfterReady = new ArrayList<>();
    private final List<Double> eachTakenOver = new ArrayList<>();
    private final List<Double> allTakenOver = new ArrayList<>();
    private int effects;
    private int secondEffects;
    private int repeatedCalls;
    private long toldTwice;

    public CrashRecovery(Layout layout, int trials, Consumer<String> progress) {
        this.layout = layout;
        this.trials = trials;
        this.progress = progress;
    }

    /** Measures. */
    public Section measure() {
        progress.accept("Kafka, PostgreSQL, a coordinator and an executor ...");
        try (Room room = Room.start(layout);
                StepServer server = new StepServer();
                Executions executions = new Executions(room.bootstrap())) {
            Services.Started coordinator = room.coordinator("coordinator-1", Map.of());
            Services.Started executor = room.executor("executor-1");
            List<String> applications =
                    IntStream.range(0, PLANS).mapToObj(i -> "b8-" + i).toList();
            applications.forEach(application -> new Plans(room.rest()).steps(application, STEPS, server.url()));
            Crash crash = new Crash(executions, server, applications, new People(room));
            progress.accept("warming up ...");
            crash.open();
            crash.complete();
            for (int trial = 0; trial < trials; trial++) {
                progress.accept("kill -9 of both, and start again, " + (trial + 1) + " of " + trials + " ...");
                restart(crash, coordinator, executor);
            }
            progress.accept("a second coordinator and executor ...");
            room.coordinator("coordinator-2", Map.of());
            room.executor("executor-2");
            for (int trial = 0; trial < trials; trial++) {
                progress.accept("kill -9 of the first two, " + (trial + 1) + " of " + trials + " ...");
                takeOver(crash, coordinator, executor);
            }
        }
        return new Section("b8", "recovery after kill -9, %d plans under way".formatted(PLANS), rows(), notes());
    }

    private void restart(Crash crash, Services.Started coordinator, Services.Started executor) {
        crash.open();
        crash.amid();
        coordinator.child().kill();
        executor.child().kill();
        Waiting.pause(DELIVERY);
        long start = System.nanoTime();
        coordinator.child().restart();
        executor.child().restart();
        long[] ready = {0, 0};
        Waiting.until("both to be ready again", PATIENCE, () -> {
            ready[0] = ready[0] == 0 && Room.isReady(coordinator) ? System.nanoTime() : ready[0];
            ready[1] = ready[1] == 0 && Room.isReady(executor) ? System.nanoTime() : ready[1];
            return ready[0] != 0 && ready[1] != 0;
        });
        coordinatorReady.add((ready[0] - start) / 1e9);
        executorReady.add((ready[1] - start) / 1e9);
        long later = Math.max(ready[0], ready[1]);
        List<Double> each = crash.progressAfter(start, later);
        each.stream().min(Double::compare).ifPresent(firstAfterReady::add);
        each.stream().max(Double::compare).ifPresent(allAfterReady::add);
        eachAfterReady.addAll(each);
        finish(crash);
    }

    private void takeOver(Crash crash, Services.Started coordinator, Services.Started executor) {
        crash.open();
        crash.amid();
        coordinator.child().kill();
        executor.child().kill();
        long killed = System.nanoTime();
        Waiting.pause(DELIVERY);
        List<Double> each = crash.progressAfter(System.nanoTime(), killed);
        each.stream().max(Double::compare).ifPresent(allTakenOver::add);
        eachTakenOver.addAll(each);
        coordinator.child().restart();
        executor.child().restart();
        Waiting.until("both to be ready again", PATIENCE, () -> Room.isReady(coordinator) && Room.isReady(executor));
        finish(crash);
    }

    private void finish(Crash crash) {
        crash.complete();
        effects += crash.server().effects();
        secondEffects += crash.server().secondEffects();
        repeatedCalls += crash.server().repeatedCalls();
        toldTwice += crash.executions().toldTwice();
    }

    private List<Row> rows() {
        return List.of(
                Row.of("coordinator: process start to ready", "s", Distribution.of(coordinatorReady)),
                Row.of("executor: process start to ready", "s", Distribution.of(executorReady)),
                Row.of("both ready until the first plan progresses", "s", Distribution.of(firstAfterReady)),
                Row.of("both ready until a plan progresses, each plan", "s", Distribution.of(eachAfterReady)),
                Row.of("both ready until all plans progress", "s", Distribution.of(allAfterReady)),
                Row.of("killed until a plan progresses, second pair standing by", "s", Distribution.of(eachTakenOver)),
                Row.of("killed until all progress, second pair standing by", "s", Distribution.of(allTakenOver)));
    }

    private List<String> notes() {
        return List.of(
                "%d effects in all crashes together; second effects: %d; steps whose success was told twice: %d; calls"
                                .formatted(effects, secondEffects, toldTwice)
                        + " repeated under the same idempotency key after their answer was lost: %d."
                                .formatted(repeatedCalls),
                "Progress is the next command or step event of a plan after the crash. A negative time is a plan that went"
                        + " on before the slower of the two services was ready.",
                "What limits it: a run that was in flight keeps its lease of 10 s, and nobody touches it before, for the call"
                        + " of the dead executor may still be on its way (lifeboat.executor.lease; the longest call is"
                        + " 8 s). Commands that no executor had accepted, and steps that had ended, go on as soon as Kafka has"
                        + " given the partitions anew: the session of the dead member runs out after 6 s.",
                "For reference: a Kafka consumer's default session is 45 s, Patroni's default time to live 30 s.");
    }
}
