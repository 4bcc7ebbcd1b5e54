package io.lifeboat.coordinator.incident;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.lifeboat.contract.envelope.Json;
import io.lifeboat.coordinator.gate.GateDecision;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code gate_journal}: a run of evaluations that said the same. */
@Entity
@Table(name = "gate_journal")
class GateJournalRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(name = "incident_id")
    String incidentId;

    @Column(name = "first_evaluation")
    long firstEvaluation;

    @Column(name = "last_evaluation")
    long lastEvaluation;

    String outcome;

    @Column(name = "disaster_class")
    String disasterClass;

    @Column(name = "first_decision")
    String firstDecision;

    @Column(name = "last_decision")
    String lastDecision;

    String evidence;

    @Column(name = "first_at")
    Instant firstAt;

    @Column(name = "last_at")
    Instant lastAt;

    GateDecision first() {
        return read(firstDecision);
    }

    GateDecision last() {
        return read(lastDecision);
    }

    static String write(Object value) {
        try {
            return Json.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a journal entry cannot be written", e);
        }
    }

    private static GateDecision read(String decision) {
        try {
            return Json.mapper().readValue(decision, GateDecision.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("table gate_journal holds a decision that cannot be read", e);
        }
    }
}
