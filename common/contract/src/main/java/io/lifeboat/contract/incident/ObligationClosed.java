package io.lifeboat.contract.incident;

import io.lifeboat.contract.Act;
import org.jspecify.annotations.Nullable;

/**
 * What was owed was done.
 *
 * @param incidentId the incident
 * @param application the application
 * @param obligationId the obligation
 * @param proof what shows it
 * @param act who closed it, or null when the machine did
 */
public record ObligationClosed(
        String incidentId,
        String application,
        String obligationId,
        String proof,
        @Nullable Act act) implements IncidentEvent {}
