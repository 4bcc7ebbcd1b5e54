package io.lifeboat.contract.command;

import java.time.Instant;

/**
 * Start nothing more under this epoch; observe what is in flight to a known state and say it.
 *
 * @param commandId unique
 * @param application the application
 * @param incidentId the incident
 * @param executionId the execution
 * @param epoch the epoch that ends
 * @param issuedAt when the coordinator's database committed it
 * @param reason why
 */
public record RetireEpoch(
        String commandId,
        String application,
        String incidentId,
        String executionId,
        long epoch,
        Instant issuedAt,
        String reason)
        implements Command {}
