package io.lifeboat.coordinator.signal;

import io.lifeboat.contract.signal.Heartbeat;
import io.lifeboat.simulator.database.Database;
import io.lifeboat.simulator.database.Table;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The table {@code incident_heartbeat}. */
public final class SimulatedHeartbeats extends AcceptedHeartbeats {

    private final Table<String, Map<String, Heartbeat>> heartbeats;

    public SimulatedHeartbeats(Database database) {
        super(null);
        this.heartbeats = database.table("incident_heartbeat");
    }

    @Override
    public Uni<Map<String, Heartbeat>> of(String incidentId) {
        return Uni.createFrom().item(() -> heartbeats.get(incidentId).orElse(Map.of()));
    }

    @Override
    public Uni<Void> learn(String incidentId, String from, boolean executing, Evidence evidence) {
        return of(incidentId)
                .invoke(kept -> {
                    Map<String, Heartbeat> learnt = new TreeMap<>(kept);
                    for (View view : evidence.views()) {
                        OldWriter.lastAccepted(Optional.ofNullable(kept.get(view.vantage())), view, from, executing)
                                .ifPresent(heartbeat -> learnt.put(view.vantage(), heartbeat));
                    }
                    if (!learnt.equals(kept)) {
                        heartbeats.put(incidentId, learnt);
                    }
                })
                .replaceWithVoid();
    }
}
