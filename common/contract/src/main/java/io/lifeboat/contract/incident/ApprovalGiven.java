package io.lifeboat.contract.incident;

import io.lifeboat.contract.Act;

/**
 * A person said yes.
 *
 * @param incidentId the incident
 * @param application the application
 * @param act who and why
 * @param missing how many more are needed
 */
public record ApprovalGiven(String incidentId, String application, Act act, int missing) implements IncidentEvent {}
