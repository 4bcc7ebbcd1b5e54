package io.lifeboat.coordinator.execution.meter;

import io.lifeboat.chassis.transaction.Transactions;
import io.lifeboat.contract.command.RunStep;
import io.lifeboat.contract.envelope.Json;
import io.lifeboat.contract.incident.Mode;
import io.lifeboat.coordinator.execution.store.ExecutionRepository;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Meters of executions. */
@ApplicationScoped
public class ExecutionMeters {

    private final Transactions transactions;
    private final ExecutionRepository repository;
    private final MeterRegistry registry;
    private final Map<Mode, AtomicLong> inProgress = new EnumMap<>(Mode.class);

    ExecutionMeters(Transactions transactions, ExecutionRepository repository, MeterRegistry registry) {
        this.transactions = transactions;
        this.repository = repository;
        this.registry = registry;
    }

    /** Every series is there from the start, at zero. */
    void register(@Observes StartupEvent event) {
        for (Mode mode : Mode.values()) {
            AtomicLong steps = new AtomicLong();
            inProgress.put(mode, steps);
            Gauge.builder("lifeboat_steps_in_progress", steps, AtomicLong::doubleValue)
                    .description("Steps that executors have, or may have")
                    .tag("mode", wireName(mode))
                    .register(registry);
        }
    }

    /** Counted from the database: a restart must not reset what is said of a running failover. */
    @Scheduled(every = "${lifeboat.execution.count-every:5s}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> count() {
        return transactions
                .run(repository::stepsInFlight)
                .invoke(counted -> inProgress.forEach((mode, steps) -> steps.set(counted.getOrDefault(mode, 0L))))
                .replaceWithVoid();
    }

    /** A first attempt makes the series, so that the first retry shows as an increase. */
    public void commanded(RunStep command) {
        registry.counter("lifeboat_step_retries", "action", command.action(), "mode", wireName(command.mode()))
                .increment(command.attempt() > 1 ? 1 : 0);
    }

    private static String wireName(Mode mode) {
        return Json.mapper().convertValue(mode, String.class);
    }
}
