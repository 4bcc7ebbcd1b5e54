package io.lifeboat.sandbox.healthcheck;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * All health checks and the one checker that carries them out, from a place outside every region. Route 53 asks from many
 * places and calls a check healthy when more than 18 % of them do; here one speaks for all.
 */
public final class HealthChecks implements AutoCloseable {

    private final Checker checker;
    private final InstantSource clock;
    private final Duration cadence;
    private final ScheduledExecutorService ticks;
    private final ExecutorService looks = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Running> checks = new ConcurrentHashMap<>();
    private final Map<String, Calculated> calculated = new ConcurrentHashMap<>();

    private record Calculated(String callerReference, Calculation calculation) {}

    private static final class Running {
        final HealthCheckConfig config;
        final String callerReference;
        final AtomicBoolean looking = new AtomicBoolean();
        volatile Tally tally;
        volatile Optional<Look> last = Optional.empty();
        volatile Optional<ScheduledFuture<?>> tick = Optional.empty();

        Running(HealthCheckConfig config, String callerReference) {
            this.config = config;
            this.callerReference = callerReference;
            this.tally = Tally.fresh(config);
        }
    }

    /** @param cadence how often a check really looks; the sandbox's own pace, whatever the interval says */
    public HealthChecks(Checker checker, InstantSource clock, Duration cadence) {
        this.checker = checker;
        this.clock = clock;
        this.cadence = cadence;
        this.ticks = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("health-checks").factory());
    }

    /** Starts looking; the same reference with the same configuration gives the same check. */
    public String create(String callerReference, HealthCheckConfig config) {
        return create(UUID.randomUUID().toString(), callerReference, config);
    }

    /** As {@link #create(String, HealthCheckConfig)}, under an id chosen beforehand. */
    public synchronized String create(String id, String callerReference, HealthCheckConfig config) {
        for (var present : checks.entrySet()) {
            if (present.getValue().callerReference.equals(callerReference)) {
                if (!present.getValue().config.equals(config)) {
                    throw new HealthCheckAlreadyExistsException(callerReference);
                }
                return present.getKey();
            }
        }
        var running = new Running(config, callerReference);
        checks.put(id, running);
        long every = cadence.toMillis();
        running.tick = Optional.of(
                ticks.scheduleAtFixedRate(() -> lookUnlessLooking(running), every, every, TimeUnit.MILLISECONDS));
        return id;
    }

    /** A check over other checks, which must be there and look at endpoints themselves. */
    public String create(String callerReference, Calculation calculation) {
        return create(UUID.randomUUID().toString(), callerReference, calculation);
    }

    /** As {@link #create(String, Calculation)}, under an id chosen beforehand. */
    public synchronized String create(String id, String callerReference, Calculation calculation) {
        calculation.children().stream()
                .filter(child -> !checks.containsKey(child))
                .findFirst()
                .ifPresent(missing -> {
                    throw new IllegalArgumentException(
                            "Invalid parameter : " + missing + " is no health check that looks at an endpoint");
                });
        for (var present : calculated.entrySet()) {
            if (present.getValue().callerReference().equals(callerReference)) {
                if (!present.getValue().calculation().equals(calculation)) {
                    throw new HealthCheckAlreadyExistsException(callerReference);
                }
                return present.getKey();
            }
        }
        calculated.put(id, new Calculated(callerReference, calculation));
        return id;
    }

    private void lookUnlessLooking(Running running) {
        if (running.looking.compareAndSet(false, true)) {
            looks.execute(() -> {
                try {
                    var seen = checker.look(running.config, clock);
                    running.last = Optional.of(seen);
                    running.tally = running.tally.with(seen.success(), running.config.failureThreshold());
                } finally {
                    running.looking.set(false);
                }
            });
        }
    }

    /** Whether a check of that id exists. */
    public boolean exists(String id) {
        return checks.containsKey(id) || calculated.containsKey(id);
    }

    /** Whether it counts as healthy now; one that does not exist does not. */
    public boolean healthy(String id) {
        var over = calculated.get(id);
        if (over != null) {
            return over.calculation().healthy(this::healthy);
        }
        var running = checks.get(id);
        return running != null && running.tally.healthy(running.config);
    }

    /** What it is calculated from; empty where it looks at an endpoint itself. */
    public Optional<Calculation> calculation(String id) {
        return Optional.ofNullable(calculated.get(id)).map(Calculated::calculation);
    }

    /** How it was configured. */
    public Optional<HealthCheckConfig> config(String id) {
        return Optional.ofNullable(checks.get(id)).map(running -> running.config);
    }

    /** The reference it was created under. */
    public Optional<String> callerReference(String id) {
        return Optional.ofNullable(calculated.get(id))
                .map(Calculated::callerReference)
                .or(() -> Optional.ofNullable(checks.get(id)).map(running -> running.callerReference));
    }

    /** What was seen last, before any inversion; empty until the first look is over. */
    public Optional<Look> last(String id) {
        return Optional.ofNullable(checks.get(id)).flatMap(running -> running.last);
    }

    /** Stops looking; true when there was such a check. */
    public boolean delete(String id) {
        if (calculated.remove(id) != null) {
            return true;
        }
        var running = checks.remove(id);
        if (running == null) {
            return false;
        }
        running.tick.ifPresent(tick -> tick.cancel(false));
        return true;
    }

    @Override
    public void close() {
        ticks.shutdownNow();
        looks.shutdownNow();
    }
}
