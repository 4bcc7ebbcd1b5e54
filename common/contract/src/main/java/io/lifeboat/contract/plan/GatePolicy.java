package io.lifeboat.contract.plan;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When the machine may act, and whom it asks.
 *
 * @param automation how far it may go by itself
 * @param quorum how many vantages must agree
 * @param minimumOutageAge how old an outage must be before the machine acts by itself; 60 s unless said otherwise
 * @param evidenceWithin how old a signal may be to count as evidence; 15 s unless said otherwise
 * @param approvals who must say yes, and by when
 * @param accept what was accepted in advance, or null
 */
public record GatePolicy(
        Automation automation,
        int quorum,
        Duration minimumOutageAge,
        Duration evidenceWithin,
        Approvals approvals,
        @Nullable Acceptance accept) {

    public GatePolicy {
        automation = automation == null ? Automation.APPROVE : automation;
        quorum = quorum == 0 ? 2 : quorum;
        minimumOutageAge = minimumOutageAge == null ? Duration.ofSeconds(60) : minimumOutageAge;
        evidenceWithin = evidenceWithin == null ? Duration.ofSeconds(15) : evidenceWithin;
        approvals = approvals == null ? Approvals.DEFAULT : approvals;
    }
}
