package io.lifeboat.contract.incident;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.lifeboat.contract.Act;
import org.jspecify.annotations.Nullable;

/**
 * What was owed is owed no longer.
 *
 * @param incidentId the incident
 * @param application the application
 * @param obligationId the obligation
 * @param outcome how it ended
 * @param proof what shows it; where it was waived or overtaken, why
 * @param act who closed it, or null when the machine did
 */
public record ObligationClosed(
        String incidentId,
        String application,
        String obligationId,
        Outcome outcome,
        String proof,
        @Nullable Act act) implements IncidentEvent {

    /** How an obligation ends. */
    public enum Outcome {
        /** It was done. */
        @JsonProperty("kept")
        KEPT,
        /** A person let it go. */
        @JsonProperty("waived")
        WAIVED,
        /** A newer execution made it pointless. */
        @JsonProperty("overtaken")
        OVERTAKEN
    }
}
