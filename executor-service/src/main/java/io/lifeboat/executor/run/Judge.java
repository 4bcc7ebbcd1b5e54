package io.lifeboat.executor.run;

import io.lifeboat.contract.incident.Mode;
import io.lifeboat.contract.step.ErrorClass;
import io.lifeboat.contract.step.StepRefused;
import io.lifeboat.contract.step.StepSucceeded.Effect;
import io.lifeboat.executor.action.Observation;
import io.lifeboat.executor.action.Observation.Contradiction;
import io.lifeboat.executor.action.Observation.Done;
import io.lifeboat.executor.action.Observation.InProgress;
import io.lifeboat.executor.action.Observation.NotSo;
import io.lifeboat.executor.action.Observation.NotStarted;
import io.lifeboat.executor.action.Observation.Question;
import io.lifeboat.executor.action.Observation.Unknown;
import io.lifeboat.executor.action.Repeat;
import io.lifeboat.executor.call.CallFailedException;
import io.lifeboat.executor.run.RunState.AtRest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Decides what to do about what was observed. Values in, a value out.
 *
 * <p>The rules, in words: what is so is success whoever brought it about. What the cloud reports as under way is followed
 * past the budget. A change is made only when it was observed not to have been made, once the run is neither expired nor
 * superseded. A change that must not be repeated never is: when the world still does not show it after the settle time, a
 * person is asked.
 */
final class Judge {

    private Judge() {}

    static Move next(AtRest state, Observation seen, Circumstances in) {
        return switch (seen) {
            case Done done -> new Move.Succeed(done, RunState.effectOf(state, done));
            case Contradiction contradiction ->
                new Move.Fail(ErrorClass.CONTRADICTION, false, contradiction.detail(), contradiction.remedy());
            case InProgress progress -> following(state, progress, in);
            case NotSo notSo -> waiting(notSo, in);
            case Unknown unknown -> blind(state, unknown, in);
            case Question question -> new Move.Ask(question.detail(), question.who(), question.within());
            case NotStarted due -> due(state, due, in);
        };
    }

    private static Move following(AtRest state, InProgress progress, Circumstances in) {
        Done enough = progress.enough();
        if (enough != null && in.budgetNearlySpent()) {
            return new Move.Succeed(enough, RunState.effectOf(state, enough));
        }
        return new Move.LookAgain(progress.detail());
    }

    private static Move waiting(NotSo notSo, Circumstances in) {
        if (in.budgetSpent() || in.superseded()) {
            return new Move.Fail(ErrorClass.NOT_SO, true, notSo.detail(), notSo.remedy());
        }
        return new Move.LookAgain(notSo.detail());
    }

    private static Move blind(AtRest state, Unknown unknown, Circumstances in) {
        Intent sent = RunState.latestIntent(state);
        if (sent != null && in.repeat() instanceof Repeat.Never) {
            boolean patient = in.now().isBefore(sent.at().plus(in.settle())) || !in.budgetSpent();
            return patient ? new Move.LookAgain(unknown.detail()) : ask(sent, unknown.detail(), in);
        }
        if (in.budgetSpent() || !mayPass(unknown.errorClass())) {
            return new Move.Fail(
                    unknown.errorClass(), mayPass(unknown.errorClass()), unknown.detail(), unknown.remedy());
        }
        if (sent == null && in.superseded()) {
            return superseded();
        }
        return new Move.LookAgain(unknown.detail());
    }

    private static Move due(AtRest state, NotStarted due, Circumstances in) {
        if (in.mode() == Mode.SIMULATED) {
            String detail = "simulated, nothing was changed: would " + due.detail();
            return new Move.Succeed(new Done(Observation.Extent.WHOLE, detail, null, List.of()), Effect.ALREADY_SO);
        }
        Intent sent = RunState.latestIntent(state);
        if (sent == null) {
            return first(due, in);
        }
        if (!sent.change().equals(due.change())) {
            return laterChange(due, in);
        }
        return switch (in.repeat()) {
            case Repeat.Never ignored ->
                in.now().isBefore(sent.at().plus(in.settle()))
                        ? new Move.LookAgain("sent, and not to be seen yet: " + due.detail())
                        : ask(sent, due.detail(), in);
            case Repeat.After(Duration pause) ->
                in.now().isBefore(sent.at().plus(pause))
                        ? new Move.LookAgain("sent, and not to be seen yet: " + due.detail())
                        : laterChange(due, in);
        };
    }

    private static Move first(NotStarted due, Circumstances in) {
        if (in.superseded()) {
            return superseded();
        }
        if (in.expired()) {
            return new Move.Refuse(StepRefused.Reason.EXPIRED, "expired before anything was sent");
        }
        return in.budgetSpent() ? outOfTime(due) : new Move.Change(due);
    }

    private static Move laterChange(NotStarted due, Circumstances in) {
        if (in.superseded()) {
            return new Move.Fail(
                    ErrorClass.PERMANENT,
                    false,
                    "the epoch ended before this was done: " + due.detail(),
                    "nothing; a newer execution decides");
        }
        return in.budgetSpent() ? outOfTime(due) : new Move.Change(due);
    }

    private static Move superseded() {
        return new Move.Refuse(StepRefused.Reason.STALE_EPOCH, "the epoch ended before anything was sent");
    }

    private static Move outOfTime(NotStarted due) {
        return new Move.Fail(
                ErrorClass.TRANSIENT, true, "the budget is spent and still to do: " + due.detail(), "retry the step");
    }

    private static Move ask(Intent sent, String detail, Circumstances in) {
        return new Move.Ask(
                "%s was sent at %s and cannot be seen to have happened: %s. It is not repeated by the machine, since a repeat"
                                .formatted(sent.change(), sent.at(), detail)
                        + " could undo the first. Look, then say done, or retry.",
                "",
                in.settle());
    }

    /** What to do when a call was rejected: it changed nothing, so it may be tried again where time may mend it. */
    static Move afterRejection(CallFailedException rejection, Instant firstRejectedAt, Circumstances in) {
        boolean settling = rejection.errorClass() == ErrorClass.INVALID_STATE
                && in.now().isBefore(firstRejectedAt.plus(in.settle()));
        boolean mayPass = mayPass(rejection.errorClass());
        if ((mayPass || settling) && !in.budgetSpent() && !in.superseded()) {
            return new Move.LookAgain(rejection.detail());
        }
        return new Move.Fail(rejection.errorClass(), mayPass, rejection.detail(), rejection.remedy());
    }

    /** Whether time alone may mend it. */
    static boolean mayPass(ErrorClass errorClass) {
        return switch (errorClass) {
            case THROTTLED, TRANSIENT, NOT_SO, CAPACITY -> true;
            case ACCESS_DENIED, NOT_FOUND, INVALID_STATE, INVALID_INPUT, CONTRADICTION, PERMANENT -> false;
        };
    }
}
