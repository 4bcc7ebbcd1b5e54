package io.lifeboat.e2e.job;

import io.lifeboat.contract.incident.ApprovalGiven;
import io.lifeboat.contract.incident.ApprovalRequested;
import io.lifeboat.contract.incident.CheckResult;
import io.lifeboat.contract.incident.ExecutionAborted;
import io.lifeboat.contract.incident.ExecutionCompleted;
import io.lifeboat.contract.incident.ExecutionOpened;
import io.lifeboat.contract.incident.ExecutionPaused;
import io.lifeboat.contract.incident.GateEvaluated;
import io.lifeboat.contract.incident.IncidentClosed;
import io.lifeboat.contract.incident.IncidentOpened;
import io.lifeboat.contract.incident.LossStated;
import io.lifeboat.contract.incident.ObligationClosed;
import io.lifeboat.contract.incident.ObligationOpened;
import io.lifeboat.contract.incident.ServingAgain;
import io.lifeboat.contract.outage.OutageCleared;
import io.lifeboat.contract.outage.OutageConfirmed;
import io.lifeboat.contract.outage.OutageSuspected;
import io.lifeboat.contract.outage.Sighting;
import io.lifeboat.contract.signal.Signal;
import io.lifeboat.contract.signal.SignalState;
import io.lifeboat.contract.step.StepFailed;
import io.lifeboat.contract.step.StepIndeterminate;
import io.lifeboat.contract.step.StepNeedsPerson;
import io.lifeboat.contract.step.StepProgressed;
import io.lifeboat.contract.step.StepRefused;
import io.lifeboat.contract.step.StepStarted;
import io.lifeboat.contract.step.StepSucceeded;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells a message in one line, as a person would at 3 a.m. */
final class Storyteller {

    private Storyteller() {}

    /** Who speaks and what is said; empty for messages that carry nothing new for a reader. */
    static Optional<Line> tell(Record message) {
        return Optional.ofNullable(
                switch (message) {
                    case OutageSuspected(Sighting seen) -> sighted("suspects", seen);
                    case OutageConfirmed(Sighting seen) -> sighted("confirms", seen);
                    case OutageCleared(Sighting seen) ->
                        new Line(seen.vantage(), place(seen.region()) + " is up again");
                    case IncidentOpened opened ->
                        new Line(
                                "coordinator",
                                "incident " + opened.incidentId() + " opened: " + wire(opened.disasterClass()) + " of "
                                        + place(opened.region()));
                    case GateEvaluated gate -> new Line("gate", wire(gate.outcome()) + reasons(gate));
                    case ApprovalRequested asked -> new Line("gate", "asks: " + asked.question());
                    case ApprovalGiven given ->
                        new Line(given.act().who(), "approves: " + given.act().why());
                    case ExecutionOpened opened ->
                        new Line(
                                "coordinator",
                                "decided: " + opened.procedure() + " " + opened.from() + " -> " + opened.to()
                                        + ", epoch " + opened.epoch());
                    case LossStated stated ->
                        new Line("coordinator", "loss at " + wire(stated.moment()) + ": " + loss(stated));
                    case ExecutionPaused paused -> new Line("coordinator", "PAUSED: " + paused.reason());
                    case ExecutionAborted aborted ->
                        new Line("coordinator", "aborted; next: " + aborted.nextSafeVerb());
                    case ExecutionCompleted completed ->
                        new Line(
                                "coordinator",
                                "every step ended"
                                        + (completed.exceptions().isEmpty()
                                                ? ""
                                                : ", except " + completed.exceptions()));
                    case ServingAgain serving ->
                        new Line(
                                serving.vantage(),
                                serving.watch() + " is served again"
                                        + (serving.outage() == null ? "" : " after " + seconds(serving.outage())));
                    case ObligationOpened owed -> new Line("coordinator", "owed: " + owed.text());
                    case ObligationClosed closed ->
                        new Line("coordinator", "owed no longer, " + wire(closed.outcome()) + ": " + closed.proof());
                    case IncidentClosed closed -> new Line("coordinator", "incident closed: " + closed.outcome());
                    case StepStarted started -> step(started.ref().stepId(), started.observed());
                    case StepProgressed progress -> step(progress.ref().stepId(), "... " + progress.detail());
                    case StepSucceeded done ->
                        step(
                                done.ref().stepId(),
                                wire(done.effect()) + " in " + seconds(done.elapsed()) + ": " + done.detail());
                    case StepFailed failed ->
                        step(failed.ref().stepId(), "FAILED: " + failed.detail() + " | remedy: " + failed.remedy());
                    case StepRefused refused -> step(refused.ref().stepId(), "refused: " + refused.detail());
                    case StepIndeterminate unclear ->
                        step(unclear.ref().stepId(), "indeterminate: " + unclear.detail());
                    case StepNeedsPerson asks -> step(asks.ref().stepId(), "needs a person: " + asks.question());
                    default -> null;
                });
    }

    /**
     * A line of the timeline.
     *
     * @param who who speaks
     * @param what what is said
     */
    record Line(String who, String what) {

        /** With the time since the fault, for example {@code +00:04.2  frankfurt    suspects eu-west-1}. */
        String at(Duration sinceFault) {
            String sign = sinceFault.isNegative() ? "-" : "+";
            Duration size = sinceFault.abs();
            return String.format(
                    Locale.ROOT,
                    "%s%02d:%02d.%d  %-18s %s",
                    sign,
                    size.toMinutes(),
                    size.toSecondsPart(),
                    size.toMillisPart() / 100,
                    who,
                    what);
        }
    }

    private static Line sighted(String verb, Sighting seen) {
        String failing = seen.signals().stream()
                .filter(Storyteller::fails)
                .map(Signal::watch)
                .distinct()
                .collect(Collectors.joining(", "));
        return new Line(seen.vantage(), verb + " " + place(seen.region()) + ": " + failing);
    }

    /** A suspicion begins with one failed look, long before the signal is judged anything but up. */
    private static boolean fails(Signal signal) {
        boolean latestFailed = signal.age() != null
                && signal.lastUpAge() != null
                && signal.lastUpAge().compareTo(signal.age()) > 0;
        return signal.state() != SignalState.UP || latestFailed;
    }

    private static String place(@Nullable String region) {
        return region == null ? "the entrance" : region;
    }

    private static Line step(String id, String what) {
        return new Line("step " + id, what);
    }

    private static String reasons(GateEvaluated gate) {
        String open = gate.checks().stream()
                .filter(check -> check.verdict() != CheckResult.Verdict.PASS)
                .map(check -> check.check() + " (" + check.reason() + ")")
                .collect(Collectors.joining("; "));
        return open.isEmpty() ? "" : ": " + open;
    }

    private static String loss(LossStated stated) {
        return stated.loss() == null
                ? "unknown, " + stated.basis()
                : seconds(stated.loss().atLeast()) + " to "
                        + seconds(stated.loss().atMost());
    }

    private static String wire(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
