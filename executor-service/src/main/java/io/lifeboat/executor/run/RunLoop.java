package io.lifeboat.executor.run;

import io.lifeboat.chassis.instance.Instance;
import io.lifeboat.executor.action.Action;
import io.lifeboat.executor.action.Actions;
import io.lifeboat.executor.action.Tempo;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Finds runs that nobody carries on - new ones, and those of an instance that died - and carries each on in a virtual
 * thread.
 */
@ApplicationScoped
public class RunLoop {

    private static final Logger LOG = Logger.getLogger(RunLoop.class);
    private static final long LONGEST_STOP_SECONDS = 10;

    private final RunJournal journal;
    private final Actions actions;
    private final Instance instance;
    private final ExecutorSettings settings;
    private final ExecutorService threads;
    private final Map<String, StepRun> carried = new ConcurrentHashMap<>();
    private final AtomicBoolean claiming = new AtomicBoolean();
    private final AtomicBoolean wokenAgain = new AtomicBoolean();
    private final CountDownLatch stopping;

    @Inject
    RunLoop(RunJournal journal, Actions actions, Instance instance, ExecutorSettings settings, MeterRegistry metrics) {
        this(
                journal,
                actions,
                instance,
                settings,
                metrics,
                Executors.newVirtualThreadPerTaskExecutor(),
                new CountDownLatch(1));
    }

    /** On those threads, until that latch opens; runs wait on it between looks. */
    RunLoop(
            RunJournal journal,
            Actions actions,
            Instance instance,
            ExecutorSettings settings,
            MeterRegistry metrics,
            ExecutorService threads,
            CountDownLatch stopping) {
        this.journal = journal;
        this.actions = actions;
        this.instance = instance;
        this.settings = settings;
        this.threads = threads;
        this.stopping = stopping;
        metrics.gaugeMapSize("lifeboat.step.runs.in.progress", List.of(), carried);
    }

    /** A run was accepted: look for it now and not at the next sweep. */
    public void wake() {
        wokenAgain.set(true);
        if (stopping.getCount() > 0 && claiming.compareAndSet(false, true)) {
            threads.execute(this::claimWhileWoken);
        }
    }

    /**
     * Keeps the leases of the runs carried on here, and finds what no wake-up told of, such as the runs of an instance that
     * died.
     */
    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void sweep() {
        Set<String> mine = Set.copyOf(carried.keySet());
        if (!mine.isEmpty()) {
            journal.keep(mine);
        }
        wake();
    }

    void stop(@Observes ShutdownEvent ignored) throws InterruptedException {
        stopping.countDown();
        threads.shutdown();
        if (!threads.awaitTermination(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
            LOG.warnf("stopped with %d runs under way: another executor takes them over", carried.size());
        }
    }

    private void claimWhileWoken() {
        try {
            while (wokenAgain.getAndSet(false) && stopping.getCount() > 0) {
                int room = settings.mostRuns() - pressing();
                if (room > 0) {
                    journal.claim(room, Set.copyOf(carried.keySet())).forEach(this::carryOn);
                }
            }
        } finally {
            claiming.set(false);
        }
        if (wokenAgain.get()) {
            wake();
        }
    }

    /** What may wait for days must never keep a disaster's steps waiting. */
    private int pressing() {
        return (int) carried.values().stream()
                .map(run -> actions.named(run.command().action()).orElseThrow())
                .filter(action -> action.tempo() == Tempo.STEP)
                .count();
    }

    private void carryOn(StepRun run) {
        String id = run.command().commandId();
        if (carried.putIfAbsent(id, run) == null) {
            threads.execute(() -> {
                try {
                    Action<?> action = actions.named(run.command().action())
                            .orElseThrow(() -> new IllegalStateException(
                                    "no action " + run.command().action()));
                    new StepRunner(run, instance.name(), Work.of(action, run.command()), journal, settings, stopping)
                            .run();
                } catch (LeaseLostException e) {
                    LOG.infof("run %s: %s", id, e.getMessage());
                } catch (RuntimeException e) {
                    // The lease runs out and the run is taken up again, here or elsewhere: it is never dropped.
                    LOG.errorf(
                            e,
                            "run %s (%s) broke off and is taken up again",
                            id,
                            run.command().action());
                } finally {
                    carried.remove(id);
                }
            });
        }
    }
}
