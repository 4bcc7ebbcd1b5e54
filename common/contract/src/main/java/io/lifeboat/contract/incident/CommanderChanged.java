package io.lifeboat.contract.incident;

import io.lifeboat.contract.Act;
import java.time.Duration;

/**
 * Somebody owns the incident from now on: they took it, or were handed it.
 *
 * @param incidentId the incident
 * @param application the application
 * @param commander the person who owns it
 * @param expiresIn for how long, unless they take it again
 * @param act who said so, and why
 */
public record CommanderChanged(String incidentId, String application, String commander, Duration expiresIn, Act act)
        implements IncidentEvent {}
