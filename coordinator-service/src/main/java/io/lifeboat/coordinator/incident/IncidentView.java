package io.lifeboat.coordinator.incident;

import io.lifeboat.contract.Act;
import io.lifeboat.contract.incident.DisasterClass;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An incident over REST.
 *
 * @param incidentId its id
 * @param application the application
 * @param state suspected, confirmed, awaiting-approval, held, recovering or closed
 * @param disasterClass what kind it looks like
 * @param region the region in trouble, or null when none stands out
 * @param active the region observed active; once recovering, the one that is left
 * @param planRevision the plan it was judged by last
 * @param openedAt when it was opened; all times are PostgreSQL's
 * @param faultAt the latest good look before the first failure; null when nobody knows
 * @param declared who declared it, or null when the machine opened it
 * @param askedAt since when it waits for people, or null
 * @param held who holds it, or null
 * @param executionId its execution, or null
 * @param commander who owns it, or null when nobody does
 * @param commanderUntil when that ends by itself, or null
 * @param damage what was seen of damage to the data, or null; only two people lift it
 * @param pendingKey who wants it reclassified and waits for another person to say the same, or null
 * @param closedAt when it was closed, or null
 * @param outcome recovered, cleared, overtaken or dismissed; null while it is open
 * @param closed who closed it, or null when the machine did or nobody has
 */
public record IncidentView(
        String incidentId,
        String application,
        String state,
        DisasterClass disasterClass,
        @Nullable String region,
        String active,
        int planRevision,
        Instant openedAt,
        @Nullable Instant faultAt,
        @Nullable Act declared,
        @Nullable Instant askedAt,
        @Nullable Act held,
        @Nullable String executionId,
        @Nullable String commander,
        @Nullable Instant commanderUntil,
        @Nullable String damage,
        @Nullable Act pendingKey,
        @Nullable Instant closedAt,
        @Nullable String outcome,
        @Nullable Act closed) {

    static IncidentView of(IncidentRow row) {
        IncidentState state = row.state();
        return new IncidentView(
                row.id,
                row.application,
                state.name(),
                row.disasterClass(),
                row.region,
                row.active,
                row.planRevision,
                row.openedAt,
                row.faultAt,
                row.declared(),
                row.askedAt,
                state instanceof IncidentState.Held held ? held.by() : null,
                row.executionId,
                row.commander == null ? null : row.commander.who(),
                row.commander == null ? null : row.commander.until(),
                row.damage == null ? null : row.damage.reason(),
                row.pendingKey == null ? null : row.pendingKey.act(),
                row.closedAt,
                row.outcome,
                state instanceof IncidentState.Closed closed ? closed.act() : null);
    }
}
