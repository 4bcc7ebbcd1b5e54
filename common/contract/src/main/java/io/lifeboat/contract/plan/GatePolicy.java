package io.lifeboat.contract.plan;

import io.lifeboat.contract.incident.DisasterClass;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When the machine may act, and whom it asks.
 *
 * @param automation how far it may go by itself
 * @param classes how far for single classes of disaster, where that differs
 * @param quorum how many vantages must agree
 * @param minimumOutageAge how old an outage must be before the machine acts by itself; 60 s unless said otherwise
 * @param evidenceWithin how old a signal may be to count as evidence; 15 s unless said otherwise
 * @param coolDown how long after an execution has ended the machine does not act by itself; an hour unless said otherwise
 * @param freeze when the machine never acts by itself
 * @param approvals who must say yes, and by when
 * @param accept what was accepted in advance, or null
 */
public record GatePolicy(
        Automation automation,
        Map<DisasterClass, Automation> classes,
        int quorum,
        Duration minimumOutageAge,
        Duration evidenceWithin,
        Duration coolDown,
        List<MaintenanceWindow> freeze,
        Approvals approvals,
        @Nullable Acceptance accept) {

    public GatePolicy {
        automation = automation == null ? Automation.APPROVE : automation;
        classes = classes == null ? Map.of() : Map.copyOf(classes);
        quorum = quorum == 0 ? 2 : quorum;
        minimumOutageAge = minimumOutageAge == null ? Duration.ofSeconds(60) : minimumOutageAge;
        evidenceWithin = evidenceWithin == null ? Duration.ofSeconds(15) : evidenceWithin;
        coolDown = coolDown == null ? Duration.ofHours(1) : coolDown;
        freeze = freeze == null ? List.of() : List.copyOf(freeze);
        approvals = approvals == null ? Approvals.DEFAULT : approvals;
    }

    /** One that treats every class alike and never freezes. */
    public GatePolicy(
            @Nullable Automation automation,
            int quorum,
            @Nullable Duration minimumOutageAge,
            @Nullable Duration evidenceWithin,
            @Nullable Approvals approvals,
            @Nullable Acceptance accept) {
        this(automation, null, quorum, minimumOutageAge, evidenceWithin, null, null, approvals, accept);
    }

    /** How far the machine may go in a disaster of that class. */
    public Automation automationFor(DisasterClass disasterClass) {
        return classes.getOrDefault(disasterClass, automation);
    }

    /** Whether it may act by itself in a disaster of any class. */
    public boolean everAutomatic() {
        return automation == Automation.AUTOMATIC || classes.containsValue(Automation.AUTOMATIC);
    }

    /** Whether the machine does not act by itself at that time. */
    public boolean frozenAt(Instant instant) {
        return freeze.stream().anyMatch(window -> window.covers(instant));
    }
}
