package io.lifeboat.coordinator.execution;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Who commands an incident. Commanders are the incident's; the engine asks for one where only that person may decide. */
public interface IncidentCommander {

    /** The person; empty while nobody commands it, and for what is no incident. Runs inside the caller's transaction. */
    Uni<Optional<String>> of(String incidentId);
}
