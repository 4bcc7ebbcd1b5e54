package io.lifeboat.coordinator.obligation.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.lifeboat.contract.envelope.Json;
import io.lifeboat.coordinator.obligation.Obligation;
import io.lifeboat.coordinator.obligation.ObligationState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** A row of {@code obligation}. */
@Entity
@Table(name = "obligation")
@NullUnmarked
class ObligationRow {

    @Id
    @Column(name = "obligation_id")
    private String obligationId;

    @Column(name = "application")
    private String application;

    @Column(name = "incident_id")
    private String incidentId;

    @Column(name = "kind")
    private String kind;

    @Column(name = "state")
    private String state;

    @Column(name = "body")
    private String body;

    @Column(name = "next_at")
    private Instant nextAt;

    @Column(name = "page_at")
    private Instant pageAt;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "due_at")
    private Instant dueAt;

    @Column(name = "closed_at")
    private Instant closedAt;

    @Version
    private long version;

    /** For Hibernate. */
    protected ObligationRow() {}

    ObligationRow(Obligation obligation, @Nullable Instant nextAt, Instant openedAt, Instant dueAt, Instant pageAt) {
        this.obligationId = obligation.id();
        this.application = obligation.ref().application();
        this.incidentId = obligation.ref().incidentId();
        this.kind = obligation.kind().wireName();
        this.openedAt = openedAt;
        this.dueAt = dueAt;
        this.pageAt = pageAt;
        change(obligation, nextAt, openedAt);
    }

    final void change(Obligation obligation, @Nullable Instant next, Instant now) {
        this.state = obligation.state().name();
        this.body = write(obligation);
        this.nextAt = next;
        if (obligation.state() instanceof ObligationState.Closed) {
            this.closedAt = now;
            this.pageAt = null;
        }
    }

    void pageAt(@Nullable Instant at) {
        this.pageAt = at;
    }

    Obligation obligation() {
        try {
            return Json.mapper().readValue(body, Obligation.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("obligation " + obligationId + ": body cannot be read back", e);
        }
    }

    StoredObligation stored() {
        return new StoredObligation(obligation(), openedAt, dueAt, closedAt);
    }

    private static String write(Obligation obligation) {
        try {
            return Json.mapper().writeValueAsString(obligation);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("obligation " + obligation.id() + " cannot be written", e);
        }
    }
}
