package io.lifeboat.contract.incident;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The gate waits for people. Whatever waits for a person pages a person.
 *
 * @param incidentId the incident
 * @param application the application
 * @param question what is asked
 * @param count how many different people must say yes
 * @param within how long the question stands
 * @param exposure what would be lost at most; null when nobody measured it
 */
public record ApprovalRequested(
        String incidentId,
        String application,
        String question,
        int count,
        Duration within,
        @Nullable Duration exposure) implements IncidentEvent {}
