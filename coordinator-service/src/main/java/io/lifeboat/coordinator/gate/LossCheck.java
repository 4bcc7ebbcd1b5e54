package io.lifeboat.coordinator.gate;

import io.lifeboat.contract.plan.Acceptance;
import io.lifeboat.coordinator.command.Form;
import java.time.Duration;
import java.util.List;

/** Whether what would be lost is within the objective, or was accepted by two people in advance. */
final class LossCheck implements GateCheck {

    @Override
    public String name() {
        return "loss";
    }

    @Override
    public Finding check(GateInput input, List<Finding> before) {
        if (input.writerThere()) {
            return Finding.pass(
                    this, "the writer is in %s already; going on loses nothing more".formatted(input.to()), null);
        }
        if (input.form() == Form.PLANNED) {
            return Finding.pass(
                    this, "a switchover waits until %s has everything; nothing is lost".formatted(input.to()), null);
        }
        if (input.exposure() == null) {
            return Finding.ask(this, 1, "nobody measured what would be lost", null);
        }
        Duration atMost = input.exposure().atMost();
        Duration age = input.exposure().sampleAge();
        Duration objective = input.plan().objectives().rpo();
        if (atMost.compareTo(objective) <= 0) {
            return Finding.pass(
                    this,
                    "at most %s, within the objective of %s".formatted(Words.of(atMost), Words.of(objective)),
                    age);
        }
        Acceptance accepted = input.plan().gate().accept();
        Duration bound = accepted == null ? null : accepted.loss();
        if (accepted == null || bound == null) {
            return Finding.ask(
                    this,
                    1,
                    "up to %s, more than the objective of %s".formatted(Words.of(atMost), Words.of(objective)),
                    age);
        }
        return atMost.compareTo(bound) <= 0
                ? Finding.pass(
                        this,
                        "at most %s, within the %s accepted in advance by %s"
                                .formatted(Words.of(atMost), Words.of(bound), String.join(" and ", accepted.by())),
                        age)
                : Finding.ask(
                        this,
                        1,
                        "up to %s, more than the %s accepted in advance".formatted(Words.of(atMost), Words.of(bound)),
                        age);
    }
}
