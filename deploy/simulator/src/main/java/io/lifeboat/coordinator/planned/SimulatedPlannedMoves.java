package io.lifeboat.coordinator.planned;

import io.lifeboat.chassis.transaction.Transactions;
import io.lifeboat.coordinator.execution.SimulatedEngine;
import io.lifeboat.coordinator.incident.SimulatedIncidents;
import io.lifeboat.coordinator.memory.SimulatedMemories;
import io.lifeboat.coordinator.obligation.SimulatedObligations;
import io.lifeboat.coordinator.plan.Plans;
import io.lifeboat.coordinator.signal.VantageViews;

/** Opens the planned moves of one coordinator. */
public final class SimulatedPlannedMoves {

    private SimulatedPlannedMoves() {}

    public static PlannedMoves of(
            Transactions transactions,
            SimulatedIncidents incidents,
            Plans plans,
            VantageViews views,
            SimulatedEngine engine,
            SimulatedObligations obligations) {
        return new PlannedMoves(
                transactions,
                incidents.incidents(),
                plans,
                views,
                engine.catalog(),
                engine.opener(),
                incidents.arming(),
                obligations.repository(),
                new SimulatedMemories());
    }
}
