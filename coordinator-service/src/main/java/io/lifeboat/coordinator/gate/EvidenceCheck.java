package io.lifeboat.coordinator.gate;

import io.lifeboat.coordinator.signal.View;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Whether enough vantages outside the region in trouble report freshly and trust their eyes. */
final class EvidenceCheck implements GateCheck {

    @Override
    public String name() {
        return "evidence";
    }

    @Override
    public Finding check(GateInput input, List<Finding> before) {
        Duration within = input.plan().gate().evidenceWithin();
        List<View> outside = input.evidence().views().stream()
                .filter(view -> !input.classification().region().equals(view.region()))
                .toList();
        List<View> fresh = outside.stream()
                .filter(view -> view.trusted() && view.spokeWithin(within))
                .toList();
        Duration oldest = fresh.stream()
                .map(View::sinceSent)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        int quorum = input.plan().gate().quorum();
        if (fresh.size() >= quorum) {
            return Finding.pass(
                    this,
                    fresh.stream().map(View::vantage).collect(Collectors.joining(", ")) + " report freshly"
                            + clocks(input),
                    oldest);
        }
        String missing = outside.stream()
                .filter(view -> !fresh.contains(view))
                .map(view -> view.distrust().orElse(view.vantage() + " has not reported lately"))
                .collect(Collectors.joining("; "));
        String reason = "%d of the %d vantages needed report freshly: %s"
                .formatted(fresh.size(), quorum, missing)
                .concat(clocks(input));
        return input.declared() == null
                ? Finding.unknown(this, reason, oldest)
                : Finding.ask(this, 1, reason + "; a person declared it", oldest);
    }

    /** A wrong clock is named, and makes nothing stale: no age is told by it. */
    private static String clocks(GateInput input) {
        return input.around().wrongClocks().stream()
                .map(clock -> "; " + clock.inWords() + ", which no age is told by")
                .collect(Collectors.joining());
    }
}
