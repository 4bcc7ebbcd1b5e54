package io.lifeboat.coordinator.incident;

import java.time.Instant;

/**
 * An incident that is over.
 *
 * @param incidentId its id
 * @param application whose it was
 * @param openedAt when it was opened; both times are PostgreSQL's
 * @param closedAt when it was closed
 * @param outcome recovered, cleared, overtaken or dismissed
 * @param executed whether an execution was opened for it
 */
public record PastIncident(
        String incidentId, String application, Instant openedAt, Instant closedAt, String outcome, boolean executed) {}
