package io.lifeboat.coordinator.execution.verb;

import io.lifeboat.chassis.transaction.Transactions;
import io.lifeboat.coordinator.execution.ExecutionPolicy;
import io.lifeboat.coordinator.execution.Executions;

/** Opens what people may say to executions. */
public final class SimulatedVerbs {

    private SimulatedVerbs() {}

    public static Verbs of(Transactions transactions, Executions executions, ExecutionPolicy policy) {
        return new Verbs(transactions, executions, policy);
    }
}
