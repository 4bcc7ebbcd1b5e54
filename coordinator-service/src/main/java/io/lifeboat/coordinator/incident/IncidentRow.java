package io.lifeboat.coordinator.incident;

import io.lifeboat.contract.Act;
import io.lifeboat.contract.incident.DisasterClass;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.coordinator.command.Form;
import io.lifeboat.coordinator.incident.IncidentState.AwaitingApproval;
import io.lifeboat.coordinator.incident.IncidentState.Closed;
import io.lifeboat.coordinator.incident.IncidentState.Confirmed;
import io.lifeboat.coordinator.incident.IncidentState.Held;
import io.lifeboat.coordinator.incident.IncidentState.Recovering;
import io.lifeboat.coordinator.incident.IncidentState.Suspected;
import io.lifeboat.coordinator.loss.Exposure;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table {@code incident}. All times are PostgreSQL's.
 *
 * <p>No field has an initializer: Hibernate's tracking takes what a constructor sets for a change, and a row that was only
 * read would be written.
 */
@Entity
@Table(name = "incident")
public class IncidentRow {

    @Id
    String id;

    @Version
    long version;

    String application;
    String state;

    @Column(name = "disaster_class")
    String disasterClass;

    @Nullable
    String region;

    String active;

    @Column(name = "plan_revision")
    int planRevision;

    /** How the procedure would have been run as the gate said last. */
    @Nullable
    String form;

    @Column(name = "opened_at")
    Instant openedAt;

    @Column(name = "fault_at")
    @Nullable
    Instant faultAt;

    @Column(name = "clear_since")
    @Nullable
    Instant clearSince;

    @Column(name = "declared_who")
    @Nullable
    String declaredWho;

    @Column(name = "declared_why")
    @Nullable
    String declaredWhy;

    @Column(name = "declared_class")
    @Nullable
    String declaredClass;

    @Column(name = "asked_at")
    @Nullable
    Instant askedAt;

    @Column(name = "held_at")
    @Nullable
    Instant heldAt;

    @Column(name = "held_who")
    @Nullable
    String heldWho;

    @Column(name = "held_why")
    @Nullable
    String heldWhy;

    @Column(name = "execution_id")
    @Nullable
    String executionId;

    @Column(name = "execution_opened_at")
    @Nullable
    Instant executionOpenedAt;

    long evaluations;

    @Column(name = "evaluated_at")
    @Nullable
    Instant evaluatedAt;

    @Column(name = "exposure_millis")
    @Nullable
    Long exposureMillis;

    @Column(name = "exposure_sampled_at")
    @Nullable
    Instant exposureSampledAt;

    @Column(name = "region_event")
    @Nullable
    String regionEvent;

    int priority;

    @Column(name = "depends_on")
    String dependsOn;

    @Column(name = "gate_says")
    @Nullable
    String gateSays;

    @Column(name = "gate_because")
    @Nullable
    String gateBecause;

    @Column(name = "queued_since")
    @Nullable
    Instant queuedSince;

    @Column(name = "queued_for")
    @Nullable
    String queuedFor;

    @Embedded
    @Nullable
    SeenDamage damage;

    @Embedded
    @Nullable
    Lifted lifted;

    @Embedded
    @Nullable
    PendingKey pendingKey;

    @Embedded
    @Nullable
    Commander commander;

    @Nullable
    String outcome;

    @Column(name = "closed_at")
    @Nullable
    Instant closedAt;

    @Column(name = "closed_who")
    @Nullable
    String closedWho;

    @Column(name = "closed_why")
    @Nullable
    String closedWhy;

    /** Where it stands. */
    public IncidentState state() {
        return switch (state) {
            case "suspected" -> new Suspected();
            case "confirmed" -> new Confirmed();
            case "awaiting-approval" -> new AwaitingApproval();
            case "held" -> new Held(Objects.requireNonNull(act(heldWho, heldWhy)));
            case "recovering" -> new Recovering(Objects.requireNonNull(executionId));
            case "closed" -> new Closed(Objects.requireNonNull(outcome), act(closedWho, closedWhy));
            default -> throw new IllegalStateException("table incident holds the unknown state " + state);
        };
    }

    /** Takes its place among the incidents of one region's loss from the plan. */
    void rank(Plan plan) {
        priority = plan.priority();
        dependsOn = String.join(",", plan.dependsOn());
    }

    /** Takes a new state, at a time. */
    void become(IncidentState next, Instant now) {
        state = next.name();
        switch (next) {
            case Suspected suspected -> askedAt = null;
            case Confirmed confirmed -> askedAt = null;
            case AwaitingApproval awaiting -> askedAt = now;
            case Held held -> {
                heldAt = now;
                heldWho = held.by().who();
                heldWhy = held.by().why();
            }
            case Recovering recovering -> {
                executionId = recovering.executionId();
                executionOpenedAt = now;
            }
            case Closed closed -> {
                outcome = closed.outcome();
                closedAt = now;
                closedWho = closed.act() == null ? null : closed.act().who();
                closedWhy = closed.act() == null ? null : closed.act().why();
            }
        }
    }

    /** What people who say yes now say yes to. */
    Form form() {
        return form == null ? Form.UNPLANNED : Form.valueOf(form);
    }

    DisasterClass disasterClass() {
        return DisasterClass.valueOf(disasterClass);
    }

    @Nullable
    DisasterClass declaredClass() {
        return declaredClass == null ? null : DisasterClass.valueOf(declaredClass);
    }

    @Nullable
    Act declared() {
        return act(declaredWho, declaredWhy);
    }

    /** The tightest upper end of what would be lost since writes stopped, with its sample's age now. */
    Optional<Exposure> exposure(Instant now) {
        return exposureMillis == null || exposureSampledAt == null
                ? Optional.empty()
                : Optional.of(
                        new Exposure(Duration.ofMillis(exposureMillis), Duration.between(exposureSampledAt, now)));
    }

    void exposure(@Nullable Exposure exposure, Instant now) {
        exposureMillis = exposure == null ? null : exposure.atMost().toMillis();
        exposureSampledAt = exposure == null ? null : now.minus(exposure.sampleAge());
    }

    private static @Nullable Act act(@Nullable String who, @Nullable String why) {
        return who == null || why == null ? null : new Act(who, why);
    }
}
