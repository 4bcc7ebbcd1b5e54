package io.lifeboat.coordinator.gate;

import java.util.List;

/** Whether enough vantages see the same thing wrong. What one of them alone sees is a rumour. */
final class QuorumCheck implements GateCheck {

    @Override
    public String name() {
        return "quorum";
    }

    @Override
    public Finding check(GateInput input, List<Finding> before) {
        var classification = input.classification();
        if (input.seen()) {
            return Finding.pass(
                    this, classification.reason(), classification.evidenceAge().orElse(null));
        }
        if (input.declared() != null) {
            return Finding.ask(
                    this,
                    1,
                    "%s declared it; %s".formatted(input.declared().who(), classification.reason()),
                    classification.evidenceAge().orElse(null));
        }
        return Finding.hold(
                this, classification.reason(), classification.evidenceAge().orElse(null));
    }
}
