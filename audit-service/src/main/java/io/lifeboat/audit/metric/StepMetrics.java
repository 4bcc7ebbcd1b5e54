package io.lifeboat.audit.metric;

import io.lifeboat.audit.ledger.Added;
import io.lifeboat.audit.ledger.Reading;
import io.lifeboat.contract.step.StepFailed;
import io.lifeboat.contract.step.StepRef;
import io.lifeboat.contract.step.StepSucceeded;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;

/** How long steps took, by action, outcome and mode: {@code lifeboat_step_duration_seconds}. */
@ApplicationScoped
public class StepMetrics {

    private final MeterRegistry registry;

    @Inject
    public StepMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void added(@ObservesAsync Added added) {
        Reading.told(added.entries()).forEach(told -> {
            switch (told.message()) {
                case StepSucceeded succeeded ->
                    record(succeeded.ref(), succeeded.effect().name(), succeeded.elapsed());
                case StepFailed failed -> record(failed.ref(), "failed", failed.elapsed());
                default -> {
                    // says nothing of a duration
                }
            }
        });
    }

    private void record(StepRef ref, String outcome, Duration elapsed) {
        Timer.builder("lifeboat_step_duration")
                .description("How long a step took, as its executor measured it")
                .tag("action", ref.action())
                .tag("outcome", outcome.toLowerCase(Locale.ROOT).replace('_', '-'))
                .tag("mode", ref.mode().name().toLowerCase(Locale.ROOT))
                .publishPercentileHistogram()
                .register(registry)
                .record(elapsed);
    }
}
