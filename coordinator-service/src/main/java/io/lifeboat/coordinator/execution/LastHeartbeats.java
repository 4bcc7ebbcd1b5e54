package io.lifeboat.coordinator.execution;

import io.lifeboat.contract.signal.Heartbeat;
import io.smallrye.mutiny.Uni;
import java.util.Map;

/**
 * The last write heartbeats the old writer was seen to accept. The evidence is the gate's; the engine asks for it when it
 * states a loss.
 */
public interface LastHeartbeats {

    /** By vantage; empty when no vantage kept a heartbeat row. Runs inside the caller's transaction. */
    Uni<Map<String, Heartbeat>> of(String incidentId);
}
