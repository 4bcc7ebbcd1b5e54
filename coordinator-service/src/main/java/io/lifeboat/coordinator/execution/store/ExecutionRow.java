package io.lifeboat.coordinator.execution.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.lifeboat.contract.Act;
import io.lifeboat.contract.envelope.Json;
import io.lifeboat.contract.incident.Mode;
import io.lifeboat.coordinator.execution.Execution;
import io.lifeboat.coordinator.execution.ExecutionState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** A row of {@code execution}. */
@Entity
@Table(name = "execution")
@NullUnmarked
class ExecutionRow {

    @Id
    @Column(name = "execution_id")
    private String executionId;

    @Column(name = "incident_id")
    private String incidentId;

    @Column(name = "application")
    private String application;

    @Column(name = "mode")
    private String mode;

    private String body;

    @Column(name = "state")
    private String state;

    @Column(name = "plan_hash")
    private String planHash;

    @Column(name = "by_machine")
    private boolean byMachine;

    @Column(name = "moved_from")
    private String movedFrom;

    /** Every step that must not fail came about. */
    @Column(name = "proven")
    private boolean proven;

    /** Paused by what went wrong. */
    @Column(name = "failing")
    private boolean failing;

    /** Paused by a stop of all automation. */
    @Column(name = "halted")
    private boolean halted;

    /** The number of the recollection it has come to terms with. */
    @Column(name = "memory")
    private long memory;

    @Column(name = "in_flight")
    private int inFlight;

    @Column(name = "due_at")
    private Instant dueAt;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Column(name = "acknowledged_who")
    private String acknowledgedWho;

    @Column(name = "acknowledged_why")
    private String acknowledgedWhy;

    @Column(name = "acknowledged_at")
    private Instant acknowledgedAt;

    @Version
    private long version;

    /** For Hibernate. */
    protected ExecutionRow() {}

    ExecutionRow(Execution execution, boolean byMachine, @Nullable Instant dueAt, Instant openedAt) {
        this.executionId = execution.ref().executionId();
        this.incidentId = execution.ref().incidentId();
        this.application = execution.ref().application();
        this.mode = wireName(execution.ref().mode());
        this.planHash = execution.ref().planHash();
        this.movedFrom = execution.ref().from();
        this.byMachine = byMachine;
        this.openedAt = openedAt;
        change(execution, dueAt, openedAt);
    }

    void change(Execution execution, @Nullable Instant due, Instant now) {
        this.body = write(execution);
        this.state = execution.state().name();
        this.halted = execution.isHalted();
        this.failing = execution.isFailing();
        this.proven = execution.isProven();
        this.memory = execution.recalled().memory();
        this.inFlight = execution.inFlight().size();
        this.dueAt = due;
        this.endedAt = execution.state() instanceof ExecutionState.Closed ? now : null;
    }

    Execution execution() {
        try {
            return Json.mapper().readValue(body, Execution.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("execution " + executionId + ": body cannot be read back", e);
        }
    }

    Optional<Act> acknowledged() {
        return acknowledgedAt == null ? Optional.empty() : Optional.of(new Act(acknowledgedWho, acknowledgedWhy));
    }

    Instant openedAt() {
        return openedAt;
    }

    Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    static String wireName(Mode mode) {
        return Json.mapper().convertValue(mode, String.class);
    }

    static Mode modeNamed(String wireName) {
        return Json.mapper().convertValue(wireName, Mode.class);
    }

    private static String write(Execution execution) {
        try {
            return Json.mapper().writeValueAsString(execution);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("execution " + execution.ref().executionId() + " cannot be written", e);
        }
    }
}
