package io.lifeboat.coordinator.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.contract.incident.CheckResult;
import io.lifeboat.contract.incident.CheckResult.Verdict;
import io.lifeboat.contract.incident.GateOutcome;
import java.time.Duration;

/** What the gate makes of a region that is lost, and what one of its checks says. */
final class Evaluated {

    private Evaluated() {}

    static GateInputs lost() {
        return new GateInputs();
    }

    static GateDecision expect(GateInputs inputs, GateOutcome outcome, String check) {
        GateDecision decision = Gate.evaluate(inputs.build());
        assertThat(decision.outcome()).as(decision.checks().toString()).isEqualTo(outcome);
        assertThat(decision.decisive().orElseThrow().check()).isEqualTo(check);
        return decision;
    }

    static Verdict verdict(GateDecision decision, String check) {
        return result(decision, check).verdict();
    }

    static String reason(GateDecision decision, String check) {
        return result(decision, check).reason();
    }

    static CheckResult result(GateDecision decision, String check) {
        return decision.checks().stream()
                .filter(result -> result.check().equals(check))
                .findFirst()
                .orElseThrow();
    }

    static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }
}
