package io.lifeboat.contract.incident;

import io.lifeboat.contract.Act;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The coordinator opened an incident.
 *
 * @param incidentId the incident
 * @param application the application
 * @param planRevision the plan in force
 * @param disasterClass what kind it looks like so far
 * @param region the region in trouble, or null when none stands out
 * @param active the region observed active
 * @param faultAge since the latest good look before the first failure, over all vantages; null when nobody knows
 * @param suspectedAge since the first sighting of a suspicion reached the coordinator
 * @param vantages the vantages that saw it so far
 * @param declared who declared it, or null when the machine opened it
 */
public record IncidentOpened(
        String incidentId,
        String application,
        int planRevision,
        DisasterClass disasterClass,
        @Nullable String region,
        String active,
        @Nullable Duration faultAge,
        Duration suspectedAge,
        List<String> vantages,
        @Nullable Act declared)
        implements IncidentEvent {}
