package io.lifeboat.coordinator.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.lifeboat.contract.envelope.Json;
import io.lifeboat.contract.plan.PlanRevision;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** A row of {@code plan_revision}; written once, never changed. */
@Entity
@Immutable
@Table(name = "plan_revision")
@NullUnmarked
class PlanRevisionRow {

    private static final String IN_FORCE = wireName(PlanRevision.State.IN_FORCE);

    @EmbeddedId
    private Key key;

    private String hash;

    private String state;

    private String body;

    private String document;

    @Column(name = "submitted_at", insertable = false, updatable = false)
    private Instant submittedAt;

    /** For Hibernate. */
    protected PlanRevisionRow() {}

    PlanRevisionRow(PlanRevision message, @Nullable String document) {
        this.key = new Key(message.application(), message.revision());
        this.hash = message.hash();
        this.state = wireName(message.state());
        this.body = write(message);
        this.document = document;
    }

    String application() {
        return key.application();
    }

    int revision() {
        return key.revision();
    }

    String hash() {
        return hash;
    }

    boolean inForce() {
        return inForce(state);
    }

    static boolean inForce(String state) {
        return state.equals(IN_FORCE);
    }

    /** The YAML as it was submitted; empty for a withdrawal. */
    Optional<String> document() {
        return Optional.ofNullable(document);
    }

    Instant submittedAt() {
        return submittedAt;
    }

    /** The message as it went out. */
    PlanRevision message() {
        try {
            return Json.mapper().readValue(body, PlanRevision.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("plan_revision " + key + ": body cannot be read back", e);
        }
    }

    private static String write(PlanRevision message) {
        try {
            return Json.mapper().writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("plan of " + message.application() + " cannot be written", e);
        }
    }

    private static String wireName(PlanRevision.State state) {
        return Json.mapper().convertValue(state, String.class);
    }

    /** Revisions count up within an application. */
    @Embeddable
    record Key(String application, int revision) {}
}
