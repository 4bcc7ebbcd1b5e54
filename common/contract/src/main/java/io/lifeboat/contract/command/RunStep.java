package io.lifeboat.contract.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.contract.incident.Mode;
import io.lifeboat.contract.plan.Datasource;
import io.lifeboat.contract.plan.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Run one step, once. Everything in it is concrete: an executor never resolves a role such as "standby".
 *
 * @param commandId unique to this attempt
 * @param application the application
 * @param incidentId the incident
 * @param executionId the execution
 * @param epoch its fencing number
 * @param mode what it may touch
 * @param stepId the step
 * @param attempt counts up from 1
 * @param action the action's name
 * @param with its parameters, pinned to the two regions
 * @param target the account and roles it runs in; null when the plan names none of that name
 * @param datasources the datasources of the plan, by name
 * @param from the region that was active
 * @param to the region to be served from
 * @param issuedAt when the coordinator's database committed it, by its clock
 * @param notAfter past this the command is refused
 * @param budget how long the step may take
 * @param planRevision the plan's revision
 * @param planHash the plan's hash
 */
public record RunStep(
        String commandId,
        String application,
        String incidentId,
        String executionId,
        long epoch,
        Mode mode,
        String stepId,
        int attempt,
        String action,
        JsonNode with,
        @Nullable Target target,
        Map<String, Datasource> datasources,
        String from,
        String to,
        Instant issuedAt,
        Instant notAfter,
        Duration budget,
        int planRevision,
        String planHash)
        implements Command {

    public RunStep {
        datasources = datasources == null ? Map.of() : Map.copyOf(datasources);
    }
}
