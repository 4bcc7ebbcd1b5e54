package io.lifeboat.coordinator.incident;

import io.lifeboat.coordinator.gate.GateDecision;
import io.lifeboat.coordinator.signal.Evidence;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Every evaluation of the gate. Not acting is recorded as carefully as acting; repeats that differ in ages only share a
 * row, which keeps both ends of the run. Joins the caller's transaction.
 */
@ApplicationScoped
class GateJournal {

    private final Mutiny.SessionFactory sessions;

    GateJournal(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** What an evaluation meant for those who follow along. */
    enum Entry {
        /** Outcome, class or a verdict differs from the evaluation before. */
        TURN,
        /** A reason differs. */
        DETAIL,
        /** Only ages differ. */
        REPEAT
    }

    /** Writes an evaluation down. */
    Uni<Entry> add(String incidentId, long evaluation, GateDecision decision, Evidence evidence, Instant now) {
        return latest(incidentId).flatMap(latest -> {
            if (latest.isPresent() && latest.get().last().saysTheSameAs(decision)) {
                GateJournalRow row = latest.get();
                row.lastEvaluation = evaluation;
                row.lastDecision = GateJournalRow.write(decision);
                row.lastAt = now;
                return Uni.createFrom().item(Entry.REPEAT);
            }
            boolean sameVerdicts = latest.isPresent() && latest.get().last().sameVerdictsAs(decision);
            GateJournalRow row = new GateJournalRow();
            row.incidentId = incidentId;
            row.firstEvaluation = evaluation;
            row.lastEvaluation = evaluation;
            row.outcome = decision.outcome().name();
            row.disasterClass = decision.disasterClass().name();
            row.firstDecision = GateJournalRow.write(decision);
            row.lastDecision = row.firstDecision;
            row.evidence = GateJournalRow.write(evidence);
            row.firstAt = now;
            row.lastAt = now;
            return sessions.withSession(session -> session.persist(row))
                    .replaceWith(sameVerdicts ? Entry.DETAIL : Entry.TURN);
        });
    }

    Uni<Optional<GateJournalRow>> latest(String incidentId) {
        return sessions.withSession(session -> session.createSelectionQuery(
                        "from GateJournalRow where incidentId = :incident order by id desc", GateJournalRow.class)
                .setParameter("incident", incidentId)
                .setMaxResults(1)
                .getSingleResultOrNull()
                .map(Optional::ofNullable));
    }

    /** The whole journal, the oldest first. */
    Uni<List<GateJournalRow>> of(String incidentId) {
        return sessions.withSession(session -> session.createSelectionQuery(
                        "from GateJournalRow where incidentId = :incident order by id", GateJournalRow.class)
                .setParameter("incident", incidentId)
                .getResultList());
    }
}
