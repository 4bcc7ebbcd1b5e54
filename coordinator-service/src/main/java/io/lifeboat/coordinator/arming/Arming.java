package io.lifeboat.coordinator.arming;

import io.lifeboat.contract.incident.DisasterClass;
import io.lifeboat.contract.plan.Automation;
import io.lifeboat.contract.plan.GatePolicy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What bears on how far the machine may go, as it is at one moment.
 *
 * @param now the database's time
 * @param stop who has stopped all automation, or null
 * @param rehearsed whether the plan is in force and one of its content was rehearsed this way with no step left out, has
 *     recovered the application so before, or is vouched for
 * @param last the application's latest execution that ended, or null when there never was one
 * @param blast how many other applications the machine moved lately, and how many it may
 */
public record Arming(
        Instant now,
        @Nullable GlobalStop stop,
        boolean rehearsed,
        @Nullable LastExecution last,
        Blast blast) {

    /** How far the machine may go in a disaster of that class: no further than approve with a plan nobody has rehearsed. */
    public Automation automation(GatePolicy policy, DisasterClass disasterClass) {
        Automation said = policy.automationFor(disasterClass);
        return said == Automation.AUTOMATIC && !rehearsed ? Automation.APPROVE : said;
    }
}
