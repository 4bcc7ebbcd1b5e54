package io.lifeboat.coordinator.obligation;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.contract.plan.Datasource;
import io.lifeboat.contract.plan.Target;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What executors are given to keep an obligation with; pinned when the execution was.
 *
 * @param with the action's parameters
 * @param target the account and roles it runs in; null when the plan names none
 * @param datasources the datasources of the plan, by name
 */
public record Charge(JsonNode with, @Nullable Target target, Map<String, Datasource> datasources) {

    public Charge {
        datasources = Map.copyOf(datasources);
    }
}
