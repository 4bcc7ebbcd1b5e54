package io.lifeboat.contract.incident;

import io.lifeboat.contract.Act;
import org.jspecify.annotations.Nullable;

/**
 * The incident is over; obligations may be open still.
 *
 * @param incidentId the incident
 * @param application the application
 * @param outcome for example {@code recovered}, {@code cleared}, {@code dismissed}
 * @param act who closed it, or null when the machine did
 */
public record IncidentClosed(
        String incidentId,
        String application,
        String outcome,
        @Nullable Act act) implements IncidentEvent {}
