package io.lifeboat.executor.action.aws;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.executor.action.Action;
import io.lifeboat.executor.action.Assignment;
import io.lifeboat.executor.action.Observation;
import io.lifeboat.executor.action.Parameters;
import io.lifeboat.executor.action.Repeat;
import io.lifeboat.executor.action.Sent;
import io.lifeboat.executor.call.Permit;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * {@code fence}: keeps the old writer from accepting writes, as far as the region left still answers. It stops the
 * application's tasks there and looks at its database; a region that does not answer leaves the fence pending.
 *
 * <p>The database itself is not changed from here: what can be set in SQL ({@code ALTER DATABASE ... SET
 * default_transaction_read_only}) is replicated and would reach the new writer. Aurora fences it on a failover as best it
 * can (RDS-EVENT-0390, RDS-EVENT-0391).
 */
@ApplicationScoped
class Fence implements Action<FenceParameters> {

    private final GlobalClusters clusters;
    private final OldSide oldSide;

    Fence(GlobalClusters clusters, OldSide oldSide) {
        this.clusters = clusters;
        this.oldSide = oldSide;
    }

    @Override
    public String name() {
        return "fence";
    }

    @Override
    public FenceParameters read(Parameters with) {
        return FenceParameters.read(with);
    }

    @Override
    public Repeat repeat(FenceParameters parameters) {
        return Repeat.afterSeconds(5);
    }

    @Override
    public Observation observe(Assignment<FenceParameters> assignment, @Nullable Sent sent) {
        OldSide.Look look = oldSide.look(assignment);
        if (clusters.writerIsIn(
                assignment.to(), assignment, assignment.parameters().globalCluster())) {
            return Observation.done("the writer is in " + assignment.to() + " already");
        }
        return look.view().observe();
    }

    @Override
    public JsonNode apply(Assignment<FenceParameters> assignment, Observation.NotStarted next, Permit permit) {
        return oldSide.stopTasks(assignment, permit);
    }
}
