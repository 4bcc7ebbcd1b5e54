package io.lifeboat.coordinator.incident;

import io.lifeboat.contract.incident.DisasterClass;
import io.lifeboat.contract.plan.Plan;
import io.lifeboat.coordinator.classify.Classifier;
import io.lifeboat.coordinator.command.Form;
import io.lifeboat.coordinator.execution.ExecutionHolds;
import io.lifeboat.coordinator.execution.ExecutionSummary;
import io.lifeboat.coordinator.execution.ExecutionSummary.Phase;
import io.lifeboat.coordinator.signal.Evidence;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Tells an open execution that leaves a region which serves that the region it leads to is lost. Joins the caller's transaction. */
@ApplicationScoped
class OtherSideWatch {

    private static final Set<DisasterClass> LOST =
            EnumSet.of(DisasterClass.REGION_OUTAGE, DisasterClass.DATABASE_OUTAGE);

    private final ExecutionHolds holds;

    OtherSideWatch(ExecutionHolds holds) {
        this.holds = holds;
    }

    Uni<Void> look(Moment moment, Optional<ExecutionSummary> open) {
        return open.filter(execution -> isLost(execution, moment.plan(), moment.evidence()))
                .map(execution -> holds.onOtherSideDown(execution.executionId()))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** By a quorum: a rumour stops no switchover. */
    static boolean isLost(ExecutionSummary execution, Plan plan, Evidence evidence) {
        boolean mayTurnBack = execution.form() == Form.PLANNED
                && !execution.pastNoReturn()
                && (execution.phase() == Phase.RUNNING || execution.phase() == Phase.PAUSED);
        return mayTurnBack
                && LOST.contains(Classifier.classify(plan, execution.to(), execution.from(), evidence)
                        .disasterClass());
    }
}
