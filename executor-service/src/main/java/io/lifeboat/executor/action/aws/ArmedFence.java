package io.lifeboat.executor.action.aws;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.executor.action.Action;
import io.lifeboat.executor.action.Assignment;
import io.lifeboat.executor.action.Observation;
import io.lifeboat.executor.action.Parameters;
import io.lifeboat.executor.action.Repeat;
import io.lifeboat.executor.action.Sent;
import io.lifeboat.executor.action.Tempo;
import io.lifeboat.executor.call.Permit;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * {@code fence.armed}: the fence that was pending. It looks until the region left answers and then stops the application's
 * tasks there at once, for customers who hold an old address reach them before anyone moves traffic back.
 *
 * <p>The region is fenced only while the writer is elsewhere: it is looked where the writer is whenever the region answers,
 * and a newer execution's epoch stops the run before its call, so the region that is or becomes active is never fenced.
 *
 * <p>What it found is its proof. An old writer that still accepted writes when the region returned (Aurora's own fencing is
 * best effort: RDS-EVENT-0391) is a split brain, and is said to be one.
 */
@ApplicationScoped
class ArmedFence implements Action<FenceParameters> {

    private final GlobalClusters clusters;
    private final OldSide oldSide;

    ArmedFence(GlobalClusters clusters, OldSide oldSide) {
        this.clusters = clusters;
        this.oldSide = oldSide;
    }

    @Override
    public String name() {
        return "fence.armed";
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
    public Tempo tempo() {
        return Tempo.ARMED;
    }

    /** Asks where the writer is only once the region answers: for as long as it does not, nothing could be fenced. */
    @Override
    public Observation observe(Assignment<FenceParameters> assignment, @Nullable Sent sent) {
        Observation seen =
                oldSide.look(assignment).view().armed(assignment.from(), FenceView.Evidence.openBefore(sent));
        if (seen instanceof Observation.NotSo) {
            return seen;
        }
        String globalCluster = assignment.parameters().globalCluster();
        if (clusters.writerIsOrComesTo(assignment.from(), assignment, globalCluster)) {
            return new Observation.Contradiction(
                    "the writer of %s is in %s, or is moved there: it is the active region and is not fenced"
                            .formatted(globalCluster, assignment.from()),
                    "if it was moved there on purpose, waive the obligation");
        }
        return seen;
    }

    @Override
    public JsonNode apply(Assignment<FenceParameters> assignment, Observation.NotStarted next, Permit permit) {
        return oldSide.stopTasks(assignment, permit);
    }
}
