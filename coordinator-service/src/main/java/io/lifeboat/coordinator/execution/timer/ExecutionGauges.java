package io.lifeboat.coordinator.execution.timer;

import io.lifeboat.chassis.transaction.Transactions;
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

/** Counts the steps in progress, from the database: a restart must not reset what is said of a running failover. */
@ApplicationScoped
public class ExecutionGauges {

    private final Transactions transactions;
    private final ExecutionRepository repository;
    private final Map<Mode, AtomicLong> inProgress = new EnumMap<>(Mode.class);

    ExecutionGauges(Transactions transactions, ExecutionRepository repository) {
        this.transactions = transactions;
        this.repository = repository;
    }

    void register(@Observes StartupEvent event, MeterRegistry registry) {
        for (Mode mode : Mode.values()) {
            AtomicLong steps = new AtomicLong();
            inProgress.put(mode, steps);
            Gauge.builder("lifeboat_steps_in_progress", steps, AtomicLong::doubleValue)
                    .description("Steps that executors have, or may have")
                    .tag("mode", Json.mapper().convertValue(mode, String.class))
                    .register(registry);
        }
    }

    @Scheduled(every = "${lifeboat.execution.count-every:5s}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> count() {
        return transactions
                .run(repository::stepsInFlight)
                .invoke(counted -> inProgress.forEach((mode, steps) -> steps.set(counted.getOrDefault(mode, 0L))))
                .replaceWithVoid();
    }
}
