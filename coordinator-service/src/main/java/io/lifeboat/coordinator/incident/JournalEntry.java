package io.lifeboat.coordinator.incident;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.lifeboat.contract.incident.CheckResult;
import io.lifeboat.contract.incident.DisasterClass;
import io.lifeboat.contract.incident.GateOutcome;
import io.lifeboat.coordinator.classify.Explanation;
import io.lifeboat.coordinator.gate.GateDecision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run of evaluations of the gate that said the same, over REST.
 *
 * @param firstEvaluation the first of them; they are counted within the incident
 * @param lastEvaluation the last of them
 * @param firstAt when the first was made, by PostgreSQL's clock
 * @param lastAt when the last was made
 * @param outcome what the gate decided
 * @param disasterClass the class it rests on
 * @param checks what each check found, with ages as of the last
 * @param checksAtFirst the same with ages as of the first
 * @param agreedFor since a quorum agreed, as of the last; null while it does not
 * @param exposure what would be lost at most, as of the last; null when nobody measured it
 * @param explanation how sure the class is and what speaks for and against it, as of the last; null where nobody said then
 * @param evidence what the vantages said at the first
 */
public record JournalEntry(
        long firstEvaluation,
        long lastEvaluation,
        Instant firstAt,
        Instant lastAt,
        GateOutcome outcome,
        DisasterClass disasterClass,
        List<CheckResult> checks,
        List<CheckResult> checksAtFirst,
        @Nullable Duration agreedFor,
        @Nullable Duration exposure,
        @Nullable Explanation explanation,
        @JsonRawValue String evidence) {

    static JournalEntry of(GateJournalRow row) {
        GateDecision last = row.last();
        return new JournalEntry(
                row.firstEvaluation,
                row.lastEvaluation,
                row.firstAt,
                row.lastAt,
                last.outcome(),
                last.disasterClass(),
                last.checks(),
                row.first().checks(),
                last.agreedFor(),
                last.exposure(),
                last.explanation(),
                row.evidence);
    }
}
