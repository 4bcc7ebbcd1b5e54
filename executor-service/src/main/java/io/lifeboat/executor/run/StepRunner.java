package io.lifeboat.executor.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.lifeboat.chassis.crash.CrashPoint;
import io.lifeboat.contract.step.StepEvent;
import io.lifeboat.contract.step.StepFailed;
import io.lifeboat.contract.step.StepIndeterminate;
import io.lifeboat.contract.step.StepNeedsPerson;
import io.lifeboat.contract.step.StepProgressed;
import io.lifeboat.contract.step.StepRef;
import io.lifeboat.contract.step.StepRefused;
import io.lifeboat.contract.step.StepStarted;
import io.lifeboat.contract.step.StepSucceeded;
import io.lifeboat.executor.action.Observation;
import io.lifeboat.executor.call.CallFailedException;
import io.lifeboat.executor.call.Permit;
import io.lifeboat.executor.call.PermitExpiredException;
import io.lifeboat.executor.run.RunState.AtRest;
import io.lifeboat.executor.run.RunState.Intended;
import io.lifeboat.executor.run.RunState.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Carries one run on, from wherever it is to its end or until the lease is lost; on a virtual thread of its own. */
final class StepRunner {

    private final StepRun run;
    private final StepRef ref;
    private final String id;
    private final Work<?> work;
    private final RunJournal journal;
    private final ExecutorSettings settings;
    private final CountDownLatch stopping;
    private final Cadence cadence;
    private final Pace pace;

    private AtRest state;
    private Standing standing;
    private @Nullable Instant startedAt;
    private boolean checked;
    private @Nullable Instant firstRejectedAt;
    private String lastSaid = "";
    private Instant lastSaidAt = Instant.EPOCH;

    StepRunner(
            StepRun run,
            String executor,
            Work<?> work,
            RunJournal journal,
            ExecutorSettings settings,
            CountDownLatch stopping) {
        this.run = run;
        this.ref = StepRun.ref(run.command(), executor);
        this.id = run.command().commandId();
        this.work = work;
        this.journal = journal;
        this.settings = settings;
        this.stopping = stopping;
        this.cadence = Cadence.of(work.tempo(), settings);
        this.pace = new Pace(cadence.soonest(), cadence.latest());
        this.startedAt = run.startedAt();
        this.standing = journal.standing(id);
        this.state = atRest(run.state());
    }

    /** Until the end, a lost lease ({@link LeaseLostException}), or the instance stops. */
    void run() {
        boolean open = true;
        while (open && stopping.getCount() > 0) {
            Observation seen = work.look(state.sent());
            if (startedAt == null) {
                startedAt = standing.databaseTime();
                standing = journal.started(id, startedAt, new StepStarted(ref, seen.detail()));
            } else {
                standing = journal.standing(id);
            }
            open = make(Judge.next(state, seen, circumstances()));
        }
        if (open) {
            journal.release(id);
        }
    }

    /** Makes a move and says whether the run is still open. */
    private boolean make(Move move) {
        switch (move) {
            case Move.LookAgain(String detail) -> {
                progressed(detail);
                pause();
            }
            case Move.Change(Observation.NotStarted next) -> {
                return change(next);
            }
            case Move.Succeed(Observation.Done done, StepSucceeded.Effect effect) ->
                end(
                        Outcome.SUCCEEDED,
                        done.detail(),
                        new StepSucceeded(ref, effect, elapsed(), done.detail(), done.evidence(), done.heartbeats()));
            case Move.Fail fail ->
                end(
                        Outcome.FAILED,
                        fail.detail(),
                        new StepFailed(
                                ref, fail.errorClass(), fail.retryable(), elapsed(), fail.detail(), fail.remedy()));
            case Move.Refuse refuse ->
                end(Outcome.REFUSED, refuse.detail(), new StepRefused(ref, refuse.reason(), refuse.detail()));
            case Move.Ask ask ->
                end(Outcome.ASKED, ask.question(), new StepNeedsPerson(ref, ask.question(), ask.who(), ask.within()));
        }
        return move instanceof Move.LookAgain;
    }

    private boolean change(Observation.NotStarted next) {
        try {
            if (!checked) {
                work.check();
                checked = true;
            }
        } catch (CallFailedException e) {
            return rejected(e);
        }
        Intended intended = state.intend(new Intent(next.change(), next.memo(), standing.now()));
        CrashPoint.BEFORE_INTENT.passed(ref.stepId());
        standing = journal.intend(id, intended);
        if (standing.superseded()) {
            // Nothing was written: the next look ends the run.
            return true;
        }
        Permit permit = standing.permit(settings.longestCall());
        CrashPoint.AFTER_INTENT.passed(ref.stepId());
        try {
            JsonNode answer = work.apply(next, permit);
            CrashPoint.AFTER_CALL.passed(ref.stepId());
            become(intended.answered(answer));
            firstRejectedAt = null;
            pace.quicken();
            return true;
        } catch (PermitExpiredException e) {
            become(intended.rejected());
            return true;
        } catch (CallFailedException e) {
            if (e.maybeApplied()) {
                lost(intended, e.detail());
                pace.quicken();
                return true;
            }
            become(intended.rejected());
            return rejected(e);
        }
    }

    private boolean rejected(CallFailedException rejection) {
        if (firstRejectedAt == null) {
            firstRejectedAt = standing.now();
        }
        return make(Judge.afterRejection(rejection, firstRejectedAt, circumstances()));
    }

    /** Where a run that is taken over can be observed from: a call that was being sent is lost. */
    private AtRest atRest(RunState found) {
        return switch (found) {
            case AtRest rest -> rest;
            case Intended intended -> {
                state = intended.before();
                yield lost(intended, "the executor that was sending it is gone");
            }
            case RunState.Ended ended -> throw new IllegalStateException("run " + id + " has ended: " + ended.detail());
        };
    }

    private AtRest lost(Intended intended, String why) {
        RunState.Indeterminate indeterminate = intended.lost(why);
        standing = journal.become(id, indeterminate, new StepIndeterminate(ref, elapsed(), why));
        state = indeterminate;
        return indeterminate;
    }

    private void become(AtRest next) {
        standing = journal.become(id, next);
        state = next;
    }

    private void end(Outcome outcome, String detail, StepEvent event) {
        CrashPoint.BEFORE_RESULT.passed(ref.stepId());
        standing = journal.become(id, state.end(outcome, detail), event);
        CrashPoint.AFTER_RESULT.passed(ref.stepId());
    }

    private void progressed(String detail) {
        Instant now = standing.now();
        if (cadence.due(now, lastSaidAt, !detail.equals(lastSaid))) {
            standing = journal.say(id, new StepProgressed(ref, elapsed(), detail));
            lastSaid = detail;
            lastSaidAt = now;
        }
    }

    private void pause() {
        try {
            boolean stopped = stopping.await(pace.next().toMillis(), TimeUnit.MILLISECONDS);
            if (stopped) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LeaseLostException(id);
        }
    }

    private Duration elapsed() {
        return startedAt == null ? Duration.ZERO : Duration.between(startedAt, standing.now());
    }

    private Circumstances circumstances() {
        return new Circumstances(
                standing.now(),
                run.acceptedAt(),
                startedAt == null ? standing.now() : startedAt,
                run.notAfter(),
                run.budgetEnd(),
                settings.settle(),
                work.repeat(),
                run.command().mode(),
                standing.superseded());
    }
}
