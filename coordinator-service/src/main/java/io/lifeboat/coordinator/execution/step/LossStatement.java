package io.lifeboat.coordinator.execution.step;

import io.lifeboat.contract.incident.LossInterval;
import io.lifeboat.contract.incident.LossStated;
import io.lifeboat.contract.incident.LossStated.Moment;
import io.lifeboat.contract.step.StepSucceeded;
import io.lifeboat.coordinator.command.ExecutionRef;
import io.lifeboat.coordinator.execution.Turn;
import io.lifeboat.coordinator.loss.LossBound;
import java.util.Set;

/**
 * States the loss when data was promoted, and again when the new writer was probed.
 *
 * <p>By the time of the probe the vantages write at the new writer again, each into a new row; the row from before the
 * refusal still tells what the promotion found. Where a vantage has none, what was stated at the promotion stands, and is
 * stated again as such.
 */
final class LossStatement {

    private static final Set<String> PROMOTES = Set.of("aurora.failover", "aurora.switchover");
    private static final Set<String> RECONCILES = Set.of("writer.probe");

    private LossStatement() {}

    /** Whether a loss is stated when this action has ended well. */
    static boolean follows(String action) {
        return PROMOTES.contains(action) || RECONCILES.contains(action);
    }

    static Turn after(Turn settled, InFlightStep at, StepSucceeded event) {
        LossBound bound = LossBound.across(at.lastAccepted(), event.heartbeats());
        if (PROMOTES.contains(at.step().action())) {
            return settled.to(settled.execution().withPromotionLoss(bound.interval()))
                    .say(stated(at.execution().ref(), Moment.PROMOTION, bound));
        }
        if (RECONCILES.contains(at.step().action())) {
            LossInterval before = at.execution().promotionLoss();
            LossBound stands = bound.interval() == null && before != null
                    ? new LossBound(before, "as stated at the promotion (" + bound.basis() + ")")
                    : bound;
            return settled.say(stated(at.execution().ref(), Moment.RECONCILIATION, stands));
        }
        return settled;
    }

    private static LossStated stated(ExecutionRef ref, Moment moment, LossBound bound) {
        return new LossStated(
                ref.incidentId(), ref.application(), ref.executionId(), moment, bound.interval(), bound.basis());
    }
}
