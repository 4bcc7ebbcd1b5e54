package io.lifeboat.coordinator.incident;

import io.lifeboat.contract.incident.CheckResult;
import io.lifeboat.contract.incident.GateOutcome;
import io.lifeboat.coordinator.gate.Gate;
import io.lifeboat.coordinator.gate.GateDecision;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * The gate in numbers: {@code lifeboat_gate_decisions_total{outcome,check}} counts every change of mind by the check that
 * made it ({@code none} when it proceeds), {@code lifeboat_gate_evaluation_seconds} every evaluation, and
 * {@code lifeboat_approvals_pending} the incidents that wait for people, as the database says.
 */
@ApplicationScoped
class GateMeters {

    private static final String NONE = "none";

    private final MeterRegistry registry;
    private final Timer evaluation;
    private final AtomicLong pending = new AtomicLong();

    GateMeters(MeterRegistry registry) {
        this.registry = registry;
        this.evaluation = Timer.builder("lifeboat.gate.evaluation")
                .description("How long one evaluation of the gate's checks takes")
                .publishPercentileHistogram()
                .register(registry);
        registry.gauge("lifeboat.approvals.pending", pending);
        // A series that is there from the start lets rate() see its first event.
        decisions(GateOutcome.PROCEED, NONE);
        for (String check : Gate.checkNames()) {
            decisions(GateOutcome.HOLD, check);
            decisions(GateOutcome.AWAIT_APPROVAL, check);
        }
    }

    GateDecision timed(Supplier<GateDecision> evaluate) {
        return evaluation.record(evaluate);
    }

    void decided(GateDecision decision) {
        decisions(
                        decision.outcome(),
                        decision.decisive().map(CheckResult::check).orElse(NONE))
                .increment();
    }

    void pending(long incidents) {
        pending.set(incidents);
    }

    private Counter decisions(GateOutcome outcome, String check) {
        return Counter.builder("lifeboat.gate.decisions")
                .description("Changes of the gate's mind, by the check that made it")
                .tag("outcome", outcome.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .tag("check", check)
                .register(registry);
    }
}
