package io.lifeboat.coordinator.rehearsal;

import io.lifeboat.chassis.transaction.Transactions;
import io.lifeboat.coordinator.execution.SimulatedEngine;
import io.lifeboat.coordinator.incident.SimulatedIncidents;
import io.lifeboat.coordinator.memory.SimulatedMemories;
import io.lifeboat.coordinator.plan.Plans;
import io.lifeboat.coordinator.signal.VantageViews;

/** Opens the rehearsals of one coordinator. */
public final class SimulatedRehearsals {

    private SimulatedRehearsals() {}

    public static Rehearsals of(
            Transactions transactions,
            SimulatedIncidents incidents,
            Plans plans,
            VantageViews views,
            SimulatedEngine engine) {
        return new Rehearsals(
                transactions,
                incidents.incidents(),
                plans,
                views,
                engine.catalog(),
                engine.opener(),
                incidents.arming(),
                new SimulatedMemories());
    }
}
