package io.lifeboat.coordinator.obligation;

import io.lifeboat.contract.command.RetireEpoch;
import io.lifeboat.contract.command.RunStep;
import io.lifeboat.coordinator.command.ExecutionRef;
import io.lifeboat.coordinator.obligation.ObligationState.Open;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What becomes of obligations by themselves: when time has passed, and when executions open and end. */
public final class Course {

    private final ObligationPolicy policy;

    public Course(ObligationPolicy policy) {
        this.policy = policy;
    }

    /** When time alone changes something next; empty when it does not. */
    public Optional<Instant> next(Obligation obligation) {
        return obligation.state() instanceof Open open ? next(open.effort()) : Optional.empty();
    }

    private Optional<Instant> next(Effort effort) {
        return switch (effort) {
            case Effort.Due due -> Optional.of(due.notBefore());
            case Effort.UnderWay running -> Optional.of(running.news().plus(policy.silence()));
            case Effort.ByHand byHand -> Optional.empty();
            case Effort.Held held -> Optional.empty();
        };
    }

    /**
     * What is due by now: an attempt is commanded, and one that nobody speaks of is followed by another. The runs converge,
     * so that a silent one which is alive after all does no harm.
     *
     * @param epoch the newest of the application's slot
     */
    public ObligationTurn onTime(Obligation obligation, long epoch, Instant now) {
        if (!(obligation.state() instanceof Open open)
                || next(open.effort()).filter(at -> !now.isBefore(at)).isEmpty()) {
            return ObligationTurn.of(obligation);
        }
        return switch (open.effort()) {
            case Effort.Due due -> command(obligation, open, due, epoch, now);
            case Effort.UnderWay running ->
                command(
                        obligation,
                        open,
                        running.again(now, Duration.ZERO, "no executor said anything for " + policy.silence()),
                        epoch,
                        now);
            case Effort.ByHand byHand -> ObligationTurn.of(obligation);
            case Effort.Held held -> ObligationTurn.of(obligation);
        };
    }

    /**
     * The database was restored: what executors were to do may be done, and what it was done to may be the active region by
     * now. From here on it is a person's.
     *
     * @param memory the number of the database's recollection now
     */
    public ObligationTurn onRestored(Obligation obligation, long memory) {
        if (obligation.memory() >= memory) {
            return ObligationTurn.of(obligation);
        }
        Obligation remembered = obligation.remembered(memory);
        return remembered.state() instanceof Open open && !(open.effort() instanceof Effort.ByHand)
                ? ObligationTurn.effort(
                                remembered,
                                open,
                                new Effort.ByHand(
                                        "the database was restored, and may have forgotten that it was done: a person"
                                                + " looks whether it is owed still, does it, and says so"))
                        .raiseAlarm()
                : ObligationTurn.of(remembered);
    }

    /** An execution opens that moves the application: a region that is to be active is not fenced. */
    public ObligationTurn onOpened(Obligation obligation, ExecutionRef execution) {
        if (!(obligation.state() instanceof Open open) || !wouldFence(obligation, execution.to())) {
            return ObligationTurn.of(obligation);
        }
        return switch (open.effort()) {
            case Effort.Due due -> ObligationTurn.effort(obligation, open, due.hold(execution.executionId()));
            case Effort.UnderWay running ->
                ObligationTurn.effort(obligation, open, running.hold(execution.executionId()));
            case Effort.ByHand byHand -> ObligationTurn.of(obligation);
            case Effort.Held held -> ObligationTurn.of(obligation);
        };
    }

    /** The execution that held it has ended: it moved the application, or it was given up. */
    public ObligationTurn onEnded(Obligation obligation, ExecutionRef execution, boolean moved, Instant now) {
        if (!(obligation.state() instanceof Open open)
                || !(open.effort() instanceof Effort.Held held)
                || !held.executionId().equals(execution.executionId())) {
            return ObligationTurn.of(obligation);
        }
        return moved
                ? ObligationTurn.overtake(
                        obligation,
                        open,
                        "execution %s made %s the active region again"
                                .formatted(execution.executionId(), execution.to()))
                : ObligationTurn.effort(obligation, open, held.release(now));
    }

    /** Tells executors to let go of an obligation that a person closed; empty when they have none of it. */
    static Optional<RetireEpoch> letGo(Obligation obligation, Instant now, String why) {
        return obligation.state() instanceof Open open && open.effort() instanceof Effort.UnderWay running
                ? Optional.of(new RetireEpoch(
                        obligation.id() + "/retire",
                        obligation.ref().application(),
                        obligation.ref().incidentId(),
                        obligation.id(),
                        running.epoch(),
                        now,
                        why))
                : Optional.empty();
    }

    /** The wait before an attempt. */
    public Duration pause(int failed) {
        Duration pause = policy.retryFirst();
        for (int i = 1; i < failed && pause.compareTo(policy.retryLongest()) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(policy.retryLongest()) < 0 ? pause : policy.retryLongest();
    }

    private static boolean wouldFence(Obligation obligation, String region) {
        return obligation.kind() == Kind.FENCE_PENDING
                && obligation.ref().from().equals(region);
    }

    private ObligationTurn command(Obligation obligation, Open open, Effort.Due due, long epoch, Instant now) {
        Charge charge = obligation.charge();
        String action = obligation.kind().action();
        if (charge == null || action == null) {
            return ObligationTurn.effort(obligation, open, new Effort.ByHand("a person does it and says so"));
        }
        return ObligationTurn.effort(obligation, open, due.commanded(epoch, now))
                .say(runStep(obligation, charge, action, due.attempt(), epoch, now));
    }

    private RunStep runStep(Obligation obligation, Charge charge, String action, int attempt, long epoch, Instant now) {
        ExecutionRef ref = obligation.ref();
        String step = obligation.kind().wireName();
        return new RunStep(
                obligation.id() + "/" + attempt,
                ref.application(),
                ref.incidentId(),
                obligation.id(),
                epoch,
                ref.mode(),
                step,
                attempt,
                action,
                charge.with(),
                charge.target(),
                charge.datasources(),
                ref.from(),
                ref.to(),
                now,
                now.plus(policy.commandExpiry()),
                policy.attempt(),
                ref.planRevision(),
                ref.planHash());
    }
}
