package io.lifeboat.coordinator.card;

import io.lifeboat.contract.Act;
import io.lifeboat.contract.incident.CheckResult;
import io.lifeboat.contract.incident.DisasterClass;
import io.lifeboat.contract.incident.GateOutcome;
import io.lifeboat.contract.incident.LossInterval;
import io.lifeboat.coordinator.classify.Explanation;
import io.lifeboat.coordinator.classify.Vote;
import io.lifeboat.coordinator.timing.ExpectedTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All a commander needs to say yes or no, as it is at one moment.
 *
 * @param incidentId the incident
 * @param application the application
 * @param state suspected, confirmed, awaiting-approval, held, recovering or closed
 * @param taken what it is taken for
 * @param openedAt when the incident was opened; all times are PostgreSQL's
 * @param faultAt the latest good look before the first failure; null when nobody knows
 * @param at the moment the card is of
 * @param commander who owns it; null when nobody does
 * @param gate what the gate says; null before it was asked
 * @param asked what is asked of the reader
 * @param loss how much recent work would be lost, or is
 * @param time how long it has lasted, and how long it takes to recover
 * @param fence whether the old writer is kept from writing
 * @param seenBy what each vantage sees; empty once it is closed
 * @param similar what became of incidents like it, the application's own first
 * @param uncovered what else the application needs and no step brings
 */
public record Card(
        String incidentId,
        String application,
        String state,
        Taken taken,
        Instant openedAt,
        @Nullable Instant faultAt,
        Instant at,
        @Nullable String commander,
        @Nullable Said gate,
        Asked asked,
        Loss loss,
        Time time,
        Fence fence,
        List<SeenBy> seenBy,
        List<Similar> similar,
        List<Uncovered> uncovered) {

    public Card {
        seenBy = List.copyOf(seenBy);
        similar = List.copyOf(similar);
        uncovered = List.copyOf(uncovered);
    }

    /** Since when it has lasted: the fault, where somebody knows it, else the first word of it. */
    Instant since() {
        return faultAt == null ? openedAt : faultAt;
    }

    /**
     * What the incident is taken for.
     *
     * @param disasterClass the class the gate judges by
     * @param region the region in trouble; null when none stands out
     * @param agreed whether a quorum sees the same thing wrong
     * @param troubled how many vantages see something wrong
     * @param quorum how many must agree
     * @param reason why this class, in words
     * @param explanation how sure that is, and what speaks for and against it; null once it is closed
     * @param declared who declared it; null when the machine opened it
     * @param damage what was seen of damage to the data; null when nothing was
     */
    public record Taken(
            DisasterClass disasterClass,
            @Nullable String region,
            boolean agreed,
            long troubled,
            int quorum,
            String reason,
            @Nullable Explanation explanation,
            @Nullable Act declared,
            @Nullable String damage) {}

    /**
     * What the gate says.
     *
     * @param outcome its decision
     * @param decisive the check that makes it so; null when it proceeds
     * @param age since it was asked
     * @param agreedFor for how long a quorum has agreed; null while it does not
     * @param passing how many checks pass
     * @param holding every check that does not pass, in the gate's order
     */
    public record Said(
            GateOutcome outcome,
            @Nullable CheckResult decisive,
            Duration age,
            @Nullable Duration agreedFor,
            long passing,
            List<CheckResult> holding) {

        public Said {
            holding = List.copyOf(holding);
        }
    }

    /**
     * How much recent work would be lost by going to the other side, or was.
     *
     * @param interval the truth lies in it; null when nobody measured it
     * @param basis what it rests on, or why it is unknown
     * @param sampleAge age of the measurement; null when there is none, or it does not age
     * @param objective what was promised; null without a plan
     * @param rows what is known of it in rows
     */
    public record Loss(
            @Nullable LossInterval interval,
            String basis,
            @Nullable Duration sampleAge,
            @Nullable Duration objective,
            String rows) {}

    /**
     * How long it lasts.
     *
     * @param outage since the fault; null when nobody knows when it began, or once it is closed
     * @param expected how long the procedure takes, from past executions; null when none would be run
     * @param running since the execution was opened; null before, or once it is closed
     * @param objective what was promised; null without a plan
     */
    public record Time(
            @Nullable Duration outage,
            @Nullable ExpectedTime expected,
            @Nullable Duration running,
            @Nullable Duration objective) {}

    /**
     * What one vantage sees.
     *
     * @param vantage the vantage
     * @param region the region it stands in; null when it stands in none
     * @param finding what it makes of the region in trouble
     * @param reason which looks say so
     * @param heldFor for how long they have; null when nothing is wrong or nothing is known
     * @param evidenceAge age of the oldest look it rests on; null when it rests on none
     * @param sinceSent since it said anything; null when it never did
     */
    public record SeenBy(
            String vantage,
            @Nullable String region,
            Vote.Finding finding,
            String reason,
            @Nullable Duration heldFor,
            @Nullable Duration evidenceAge,
            @Nullable Duration sinceSent) {}

    /**
     * What became of an incident that was taken for the same class at some time.
     *
     * @param incidentId the incident
     * @param application whose it was
     * @param openedAt when it was opened
     * @param lasted from then until it was closed
     * @param outcome recovered, cleared, overtaken or dismissed
     * @param executed whether an execution was opened for it
     */
    public record Similar(
            String incidentId,
            String application,
            Instant openedAt,
            Duration lasted,
            String outcome,
            boolean executed) {}

    /**
     * Something the application needs and no step brings.
     *
     * @param asset what it is, as the plan names it
     * @param reason why nothing covers it
     */
    public record Uncovered(String asset, String reason) {}
}
