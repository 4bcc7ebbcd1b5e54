package io.lifeboat.coordinator.gate;

import io.lifeboat.coordinator.command.Form;
import io.lifeboat.coordinator.signal.View;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the old writer may be left behind unfenced, which is all that can be said of it while it does not answer. Writes
 * that are still accepted there mean two writers after a promotion: that takes two people.
 */
final class FenceCheck implements GateCheck {

    private static final int TWO_KEYS = 2;

    @Override
    public String name() {
        return "fence";
    }

    @Override
    public Finding check(GateInput input, List<Finding> before) {
        if (input.writerThere()) {
            return writerThere(input);
        }
        if (input.form() == Form.PLANNED) {
            return Finding.pass(this, "the old writer answers, and a switchover stops its writes first", null);
        }
        List<String> writing = input.evidence().writingVantages();
        if (!writing.isEmpty()) {
            return Finding.ask(
                    this, TWO_KEYS, "the old writer still accepts writes of " + String.join(", ", writing), null);
        }
        boolean accepted = input.plan().gate().accept() != null
                && input.plan().gate().accept().unreachableOldWriter();
        return accepted
                ? Finding.pass(this, "an unreachable old writer was accepted in advance", refusedFor(input))
                : Finding.ask(this, 1, "the old writer cannot be fenced while it does not answer", refusedFor(input));
    }

    /** A move that was begun has taken the writer along; what is accepted in the region left is accepted by a second one. */
    private Finding writerThere(GateInput input) {
        List<String> two = input.evidence().views().stream()
                .filter(View::trusted)
                .filter(view -> view.heartbeats()
                        .anyMatch(heartbeat ->
                                heartbeat.failedAt() == null && input.active().equals(heartbeat.region())))
                .map(View::vantage)
                .toList();
        return two.isEmpty()
                ? Finding.pass(this, "the writer is in %s already".formatted(input.to()), null)
                : Finding.ask(
                        this,
                        TWO_KEYS,
                        "the writer is in %s already, and %s still accepts writes of %s"
                                .formatted(input.to(), input.active(), String.join(", ", two)),
                        null);
    }

    private static @Nullable Duration refusedFor(GateInput input) {
        return input.evidence().writesStoppedFor().orElse(null);
    }
}
