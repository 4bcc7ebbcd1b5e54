package io.lifeboat.contract.incident;

import java.time.Duration;

/**
 * Something is still owed.
 *
 * @param incidentId the incident
 * @param application the application
 * @param obligationId the obligation
 * @param kind for example {@code copy-snapshot}, {@code fence-pending}, {@code rebuild-protection}
 * @param text what is owed
 * @param within how long there is
 */
public record ObligationOpened(
        String incidentId, String application, String obligationId, String kind, String text, Duration within)
        implements IncidentEvent {}
