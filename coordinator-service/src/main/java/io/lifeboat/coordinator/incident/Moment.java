package io.lifeboat.coordinator.incident;

import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.PlanRevision;
import io.lifeboat.coordinator.classify.Damage;
import io.lifeboat.coordinator.gate.DataCondition;
import io.lifeboat.coordinator.signal.Evidence;
import java.time.Instant;
import java.util.Objects;

/**
 * What an evaluation looks at.
 *
 * @param incident the incident, locked
 * @param revision the plan in force, or the one the incident was opened under when it was withdrawn since
 * @param evidence what the vantages say
 * @param data how the data stands, with what is seen now noted in the incident
 * @param now PostgreSQL's time
 */
record Moment(IncidentRow incident, PlanRevision revision, Evidence evidence, DataCondition data, Instant now) {

    /** Notes what is seen of the data, whatever the incident's state: what is seen while it recovers counts later too. */
    static Moment of(IncidentRow incident, PlanRevision revision, Evidence evidence, Instant now) {
        Damage damage = Damage.seen(Objects.requireNonNull(revision.plan()), evidence, now);
        return new Moment(incident, revision, evidence, DamageMemory.note(incident, damage, now), now);
    }

    Plan plan() {
        return Objects.requireNonNull(revision.plan());
    }
}
