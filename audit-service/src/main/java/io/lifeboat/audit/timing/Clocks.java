package io.lifeboat.audit.timing;

import io.lifeboat.contract.incident.ExecutionOpened;
import io.lifeboat.contract.incident.GateEvaluated;
import io.lifeboat.contract.incident.IncidentClosed;
import io.lifeboat.contract.incident.IncidentOpened;
import io.lifeboat.contract.incident.ServingAgain;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The turns of an incident, on the broker's clock.
 *
 * @param faultBegan the latest good look before the first failure
 * @param suspected the first sighting
 * @param confirmed the gate first found that a quorum of vantages agrees; they had been seeing it for a while then
 * @param decided an execution was opened
 * @param servingAgain the first good look at the entrance after that
 * @param closed the incident was closed
 */
public record Clocks(
        @Nullable Instant faultBegan,
        @Nullable Instant suspected,
        @Nullable Instant confirmed,
        @Nullable Instant decided,
        @Nullable Instant servingAgain,
        @Nullable Instant closed) {

    static Clocks of(List<Told> all) {
        return new Clocks(
                Told.first(all, IncidentOpened.class)
                        .map(opened -> opened.told().before(opened.message().faultAge()))
                        .orElse(null),
                Told.first(all, IncidentOpened.class)
                        .map(opened -> opened.told().before(opened.message().suspectedAge()))
                        .orElse(null),
                Told.of(all, GateEvaluated.class)
                        .filter(gate -> gate.message().confirmedAge() != null)
                        .map(Told.Of::at)
                        .findFirst()
                        .orElse(null),
                Told.first(all, ExecutionOpened.class).map(Told.Of::at).orElse(null),
                Told.of(all, ServingAgain.class)
                        .map(serving -> serving.at().minus(serving.message().age()))
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                Told.last(all, IncidentClosed.class).map(Told.Of::at).orElse(null));
    }
}
