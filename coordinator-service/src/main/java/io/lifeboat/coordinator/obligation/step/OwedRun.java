package io.lifeboat.coordinator.obligation.step;

import io.lifeboat.contract.step.StepRef;
import io.lifeboat.coordinator.obligation.Effort;
import io.lifeboat.coordinator.obligation.Obligation;
import io.lifeboat.coordinator.obligation.ObligationKeeping.Given;
import io.lifeboat.coordinator.obligation.ObligationState.Open;
import io.lifeboat.coordinator.obligation.ObligationTurn;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An obligation's run while executors have it.
 *
 * @param obligation the obligation
 * @param open its state
 * @param effort its run
 * @param epoch the newest of the application's slot
 * @param now the database's time
 */
record OwedRun(Obligation obligation, Open open, Effort.UnderWay effort, long epoch, Instant now) {

    /** The run an event is about; empty when it is of another attempt, or the obligation is closed or held. */
    static Optional<OwedRun> of(Given given, StepRef ref) {
        return given.obligation().state() instanceof Open open
                        && open.effort() instanceof Effort.UnderWay effort
                        && effort.attempt() == ref.attempt()
                ? Optional.of(new OwedRun(given.obligation(), open, effort, given.epoch(), given.now()))
                : Optional.empty();
    }

    /** Whether a newer execution ended its epoch: it is commanded anew under that one's. */
    boolean superseded() {
        return epoch > effort.epoch();
    }

    ObligationTurn heard(String detail) {
        return turn(effort.heard(now, detail));
    }

    ObligationTurn again(Duration pause, String why) {
        return turn(effort.again(now, pause, why));
    }

    private ObligationTurn turn(Effort next) {
        return ObligationTurn.effort(obligation, open, next);
    }
}
