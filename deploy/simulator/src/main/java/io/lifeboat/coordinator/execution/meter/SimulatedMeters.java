package io.lifeboat.coordinator.execution.meter;

import io.lifeboat.contract.command.RunStep;

/** Counts nothing. */
public final class SimulatedMeters extends ExecutionMeters {

    public SimulatedMeters() {
        super(null, null, null);
    }

    @Override
    public void commanded(RunStep command) {}
}
