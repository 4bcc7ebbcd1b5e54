package io.lifeboat.executor.action.aws;

import io.lifeboat.executor.budget.BudgetSettings;
import io.lifeboat.executor.budget.Budgets;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;

/** The budgets as they are by default, nothing of them used. */
final class FullBudgets implements BudgetSettings {

    static Budgets full() {
        return new Budgets(new FullBudgets(), new SimpleMeterRegistry());
    }

    @Override
    public double share() {
        return 1;
    }

    @Override
    public Map<String, Limits> api() {
        return Map.of();
    }
}
