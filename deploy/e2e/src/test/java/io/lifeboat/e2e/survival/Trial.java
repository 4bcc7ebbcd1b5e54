package io.lifeboat.e2e.survival;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.contract.Act;
import io.lifeboat.e2e.client.Rest;
import io.lifeboat.e2e.client.TopicTail;
import io.lifeboat.e2e.job.MainJob;
import io.lifeboat.e2e.job.Story;
import io.lifeboat.e2e.job.Terms;
import io.lifeboat.e2e.stack.Child;
import io.lifeboat.e2e.stack.Layout;
import io.lifeboat.e2e.stack.Stack;
import io.lifeboat.e2e.stack.StackOptions;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The main job once, with charges laid; and everything that can be known of it afterwards. */
final class Trial {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final List<String> MORTALS = List.of("executor-1", "coordinator-1", "audit-1");
    private static final String RUNS_IN_PROGRESS = "lifeboat_step_runs_in_progress";

    private static final Act PERSON = new Act("incident-commander-a", "looked: it was not done");

    private final Layout layout =
            Layout.ofLauncher("trial-" + ProcessHandle.current().pid());
    private final List<Charged> charges;
    private final List<String> settings;
    private final Trouble trouble;
    private final UnaryOperator<StackOptions> started;
    private boolean asked;
    private Duration lasted = Duration.ZERO;

    /**
     * A trial that did not run yet.
     *
     * @param charges where processes die or stop
     * @param settings of the executors, as JVM options
     */
    Trial(List<Charged> charges, List<String> settings) {
        this(charges, settings, Trouble.NONE, UnaryOperator.identity());
    }

    /**
     * A trial that did not run yet.
     *
     * @param settings of the executors, as JVM options
     * @param trouble what else goes wrong
     */
    Trial(List<String> settings, Trouble trouble) {
        this(List.of(), settings, trouble, UnaryOperator.identity());
    }

    /**
     * A trial that did not run yet.
     *
     * @param started how else the stack is started
     * @param trouble what else goes wrong
     */
    Trial(UnaryOperator<StackOptions> started, Trouble trouble) {
        this(List.of(), List.of(), trouble, started);
    }

    private Trial(List<Charged> charges, List<String> settings, Trouble trouble, UnaryOperator<StackOptions> started) {
        this.charges = List.copyOf(charges);
        this.settings = List.copyOf(settings);
        this.trouble = trouble;
        this.started = started;
    }

    /**
     * What came of it.
     *
     * @param recovered whether the incident closed as recovered
     * @param lasted from the loss of the region until all was over
     * @param asked whether a person had to say that a step is to be tried again
     * @param silent the charges that never went off
     * @param deaths how often each process died
     * @param effects how often each resource was really changed
     * @param said every message
     * @param ledger whether the shop's chain verifies, and how many entries it has
     * @param told the story, for an error message
     */
    record Result(
            boolean recovered,
            Duration lasted,
            boolean asked,
            List<Charged> silent,
            Map<String, Integer> deaths,
            JsonNode effects,
            Aftermath said,
            JsonNode ledger,
            String told) {}

    Result run() {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        Story story = new Story(new PrintStream(told, true, StandardCharsets.UTF_8));
        try (Stack stack = Stack.start(layout, options(), step -> {});
                TopicTail ignored = new TopicTail(stack.bootstrap(), story::hear)) {
            MainJob job = new MainJob(stack, story, Terms.plain(PATIENCE));
            Map<String, Integer> deaths = disaster(stack, story, job);
            trouble.afterwards(stack);
            return new Result(
                    story.closed()
                            .filter(closed -> closed.outcome().equals("recovered"))
                            .isPresent(),
                    lasted,
                    asked,
                    charges.stream()
                            .filter(charged -> !Files.exists(charged.mark(layout.state())))
                            .toList(),
                    deaths,
                    stack.control().effects(),
                    Aftermath.read(stack.bootstrap()),
                    stack.audit().verify(MainJob.APPLICATION),
                    told.toString(StandardCharsets.UTF_8));
        }
    }

    /**
     * From the loss of the region until nothing more is said; returns how often each process died. A busy machine sees trouble
     * before, which sets charges off: whoever dies of it has to be there again.
     */
    private Map<String, Integer> disaster(Stack stack, Story story, MainJob job) {
        try (Supervisor supervisor =
                new Supervisor(MORTALS.stream().map(stack::child).toList())) {
            job.prepare();
            trouble.before(stack);
            job.strike();
            long struck = System.nanoTime();
            // Not before: the story may hold the end of an incident that a busy machine saw while all was well.
            CompletableFuture<Void> relief = relieve(stack, story);
            CompletableFuture<Void> meanwhile = sideBySide(() -> trouble.meanwhile(stack, story));
            job.follow(question -> {});
            answer(stack, story);
            lasted = Duration.ofNanos(System.nanoTime() - struck);
            meanwhile.join();
            relief.join();
            goOn(stack);
            awaitQuiet(stack);
            return supervisor.deaths();
        }
    }

    private StackOptions options() {
        StackOptions options = StackOptions.plain().withWires().withJvm("executor-2", settings);
        for (String process : MORTALS) {
            List<String> jvm = new ArrayList<>(process.startsWith("executor") ? settings : List.of());
            if (charges.stream().anyMatch(charged -> charged.process().equals(process))) {
                jvm.addAll(Charged.options(layout.root(), layout.state(), process, charges));
            }
            options = options.withJvm(process, jvm);
        }
        return started.apply(options);
    }

    /** On a thread of its own: the common pool has a single one on a small machine, and the second task would wait for the first. */
    private static CompletableFuture<Void> sideBySide(Runnable task) {
        return CompletableFuture.runAsync(task, Thread::startVirtualThread);
    }

    /** Starts the executor that takes over, once the first one has stopped. */
    private CompletableFuture<Void> relieve(Stack stack, Story story) {
        return sideBySide(() -> {
            if (story.await(
                            () -> story.closed().isPresent()
                                    || stopped().findAny().isPresent(),
                            PATIENCE)
                    && stopped().findAny().isPresent()) {
                stack.startSecondExecutor();
            }
        });
    }

    /** A person who was asked about a step says that it is to be tried again, and waits for the end. */
    private void answer(Stack stack, Story story) {
        story.pausedByFailure().filter(paused -> story.closed().isEmpty()).ifPresent(paused -> {
            asked = true;
            stack.coordinator().step(paused.executionId(), paused.stepId(), "retry", PERSON);
            story.await(() -> story.closed().isPresent(), PATIENCE);
        });
    }

    /** Lets whoever stopped go on after its time, and waits until it has given up all it held. */
    private void goOn(Stack stack) {
        stopped().forEach(charged -> {
            Child child = stack.child(charged.process());
            child.goOn();
            Rest rest = new Rest(stack.urls().get("executor"));
            await("the late executor knows that it is late")
                    .atMost(SOON)
                    .ignoreExceptions()
                    .until(() -> rest.text("/q/metrics", "text/plain")
                            .lines()
                            .anyMatch(line -> line.startsWith(RUNS_IN_PROGRESS) && line.endsWith(" 0.0")));
        });
    }

    private Stream<Charged> stopped() {
        return charges.stream().filter(Charged::isStop).filter(charged -> Files.exists(charged.mark(layout.state())));
    }

    /** Until the ledger holds all that was said and nothing more is being said. */
    private void awaitQuiet(Stack stack) {
        await("the ledger holds every message")
                .atMost(SOON)
                .pollInterval(Duration.ofSeconds(2))
                .ignoreExceptions()
                .until(() -> {
                    long entries = stack.audit()
                            .verify(MainJob.APPLICATION)
                            .path("entries")
                            .asLong();
                    return entries
                            == Aftermath.read(stack.bootstrap()).messages().size();
                });
    }
}
