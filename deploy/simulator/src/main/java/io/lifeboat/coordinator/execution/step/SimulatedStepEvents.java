package io.lifeboat.coordinator.execution.step;

import io.lifeboat.chassis.intake.Intake;
import io.lifeboat.coordinator.execution.ExecutionPolicy;
import io.lifeboat.coordinator.execution.Executions;
import io.lifeboat.coordinator.execution.LastHeartbeats;
import io.lifeboat.coordinator.obligation.SimulatedObligations;
import io.lifeboat.simulator.service.SimulatedEvent;
import java.util.function.Consumer;

/** Opens the intake of step events. */
public final class SimulatedStepEvents {

    /** As the inbox knows it. */
    public static final String CONSUMER = "coordinator.step-events";

    private SimulatedStepEvents() {}

    /**
     * The intake.
     *
     * @param ended told the application of every execution that ended
     */
    public static StepEvents of(
            Intake intake,
            Executions executions,
            LastHeartbeats heartbeats,
            SimulatedObligations obligations,
            ExecutionPolicy policy,
            Consumer<String> ended) {
        return new StepEvents(
                intake,
                executions,
                heartbeats,
                obligations.keeping(),
                policy,
                obligations.policy(),
                new SimulatedEvent<>(event -> ended.accept(event.application())));
    }
}
