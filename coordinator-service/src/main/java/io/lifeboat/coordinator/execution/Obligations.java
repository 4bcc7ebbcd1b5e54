package io.lifeboat.coordinator.execution;

import io.lifeboat.contract.incident.ObligationOpened;
import io.lifeboat.contract.plan.Action;
import io.lifeboat.contract.step.StepSucceeded.Effect;
import io.lifeboat.coordinator.command.ExecutionRef;
import io.lifeboat.coordinator.command.PinnedStep;
import java.time.Duration;
import java.util.function.Predicate;

/** What is still owed when an execution has ended. */
public final class Obligations {

    /**
     * The snapshot Aurora takes of the old volume is a system snapshot, bound by the old cluster's retention, which is a
     * day unless someone raised it (Aurora user guide, disaster recovery; RDS API, CreateDBCluster).
     */
    private static final Duration COPY_SNAPSHOT = Duration.ofHours(24);

    /** A returning region must meet the fence; nobody knows when it returns, so a person looks every week. */
    private static final Duration FENCE_PENDING = Duration.ofDays(7);

    /** Nothing moves before the witness is silent as well; nobody knows when the region returns. */
    private static final Duration LATCH_PENDING = Duration.ofDays(7);

    /** Until there is a secondary again the next disaster finds nothing to promote. */
    private static final Duration REBUILD_PROTECTION = Duration.ofHours(24);

    private Obligations() {}

    static Turn open(Turn ended) {
        Execution execution = ended.execution();
        ExecutionRef ref = execution.ref();
        Turn turn = ended;
        if (came(execution, step -> step.action().equals("aurora.failover"))) {
            turn = turn.say(owed(
                            ref,
                            "copy-snapshot",
                            "When %s is back, copy the snapshot rds:unplanned-global-failover-* of the old volume to a manual one: the lost writes are in it"
                                    .formatted(ref.from()),
                            COPY_SNAPSHOT))
                    .say(owed(
                            ref,
                            "rebuild-protection",
                            "%s runs without a secondary: see that %s has joined again, or add another region"
                                    .formatted(ref.to(), ref.from()),
                            REBUILD_PROTECTION));
        }
        if (pending(execution, Action.FENCE)) {
            turn = turn.say(owed(
                    ref,
                    "fence-pending",
                    "The old writer in %s could not be reached: it must be fenced before that region takes traffic again"
                            .formatted(ref.from()),
                    FENCE_PENDING));
        }
        if (pending(execution, Action.TRAFFIC_LATCH)) {
            turn = turn.say(owed(
                    ref,
                    "latch-pending",
                    "When %s is back, it must be told that %s serves: until then only the witness keeps traffic where it is"
                            .formatted(ref.from(), ref.to()),
                    LATCH_PENDING));
        }
        return turn;
    }

    private static boolean pending(Execution execution, Action action) {
        return execution.procedure().steps().stream()
                .filter(step -> step.action().equals(action.wireName()))
                .map(step -> execution.step(step.id()))
                .anyMatch(step -> step instanceof StepState.Succeeded done && done.effect() == Effect.PENDING);
    }

    private static boolean came(Execution execution, Predicate<PinnedStep> such) {
        return execution.procedure().steps().stream()
                .filter(such)
                .anyMatch(step -> execution.done().contains(step.id()));
    }

    private static ObligationOpened owed(ExecutionRef ref, String kind, String text, Duration within) {
        return new ObligationOpened(
                ref.incidentId(), ref.application(), ref.executionId() + "/" + kind, kind, text, within);
    }
}
