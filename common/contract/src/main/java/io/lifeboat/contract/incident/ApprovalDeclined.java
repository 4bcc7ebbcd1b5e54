package io.lifeboat.contract.incident;

import io.lifeboat.contract.Act;

/**
 * A person said no.
 *
 * @param incidentId the incident
 * @param application the application
 * @param act who and why
 */
public record ApprovalDeclined(String incidentId, String application, Act act) implements IncidentEvent {}
