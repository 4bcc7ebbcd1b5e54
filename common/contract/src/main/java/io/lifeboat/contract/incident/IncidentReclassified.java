package io.lifeboat.contract.incident;

import io.lifeboat.contract.Act;
import java.util.List;

/**
 * The commander and another person lifted what a data watch or a declaration had said: the incident is of another class, and
 * damage seen so far vetoes nothing any more.
 *
 * @param incidentId the incident
 * @param application the application
 * @param from the class that vetoed
 * @param to the class from now on
 * @param by the two people, and why
 */
public record IncidentReclassified(
        String incidentId, String application, DisasterClass from, DisasterClass to, List<Act> by)
        implements IncidentEvent {

    public IncidentReclassified {
        by = List.copyOf(by);
    }
}
