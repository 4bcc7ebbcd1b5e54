package io.lifeboat.coordinator.execution.verb;

import io.lifeboat.chassis.transaction.Transactions;
import io.lifeboat.coordinator.execution.ExecutionPolicy;
import io.lifeboat.coordinator.execution.Executions;
import io.lifeboat.simulator.service.SimulatedEvent;
import java.util.function.Consumer;

/** Opens what people may say to executions. */
public final class SimulatedVerbs {

    private SimulatedVerbs() {}

    /**
     * They.
     *
     * @param ended told the application of every execution that ended
     */
    public static Verbs of(
            Transactions transactions, Executions executions, ExecutionPolicy policy, Consumer<String> ended) {
        return new Verbs(
                transactions, executions, policy, new SimulatedEvent<>(event -> ended.accept(event.application())));
    }
}
