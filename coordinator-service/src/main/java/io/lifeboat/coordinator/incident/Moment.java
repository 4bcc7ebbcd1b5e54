package io.lifeboat.coordinator.incident;

import io.lifeboat.contract.plan.Plan;
import io.lifeboat.contract.plan.PlanRevision;
import io.lifeboat.coordinator.signal.Evidence;
import java.time.Instant;
import java.util.Objects;

/**
 * What an evaluation looks at.
 *
 * @param incident the incident, locked
 * @param revision the plan in force, or the one the incident was opened under when it was withdrawn since
 * @param evidence what the vantages say
 * @param now PostgreSQL's time
 */
record Moment(IncidentRow incident, PlanRevision revision, Evidence evidence, Instant now) {

    Plan plan() {
        return Objects.requireNonNull(revision.plan());
    }
}
