package io.lifeboat.executor.action.aws;

import io.lifeboat.executor.action.Parameters;
import java.util.Optional;

/**
 * What there is to fence.
 *
 * @param globalCluster the global cluster's identifier
 * @param tasks the application's service in the region left, where the plan names one
 * @param datasource the datasource whose old writer is looked at, where the plan names one
 */
record FenceParameters(String globalCluster, Optional<Tasks> tasks, Optional<String> datasource) {

    /** An ECS service in the region left. */
    record Tasks(String cluster, String service) {}

    static FenceParameters read(Parameters with) {
        return new FenceParameters(
                with.text("globalCluster"),
                with.optionalPart("ecs").map(ecs -> new Tasks(ecs.text("cluster"), ecs.text("service"))),
                with.optionalText("datasource"));
    }
}
