package io.lifeboat.executor.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.lifeboat.contract.incident.Mode;
import io.lifeboat.contract.step.ErrorClass;
import io.lifeboat.contract.step.StepRefused;
import io.lifeboat.contract.step.StepSucceeded.Effect;
import io.lifeboat.executor.action.Observation;
import io.lifeboat.executor.action.Observation.Done;
import io.lifeboat.executor.action.Observation.Extent;
import io.lifeboat.executor.action.Repeat;
import io.lifeboat.executor.call.CallFailedException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class JudgeTest {

    private static final Instant T0 = Instant.parse("2026-11-22T08:00:00Z");
    private static final Observation DUE = Observation.notStarted("change", "change it");
    private static final Repeat.Never NEVER = new Repeat.Never();
    private static final Repeat SOON = Repeat.afterSeconds(10);
    private static final RunState.Accepted ACCEPTED = new RunState.Accepted();

    @Test
    void shouldTakeWhatIsSoForSuccessWhoeverBroughtItAbout() {
        assertThat(Judge.next(ACCEPTED, Observation.done("so"), at(0, NEVER)))
                .isInstanceOfSatisfying(Move.Succeed.class, succeed -> assertThat(succeed.effect())
                        .isEqualTo(Effect.ALREADY_SO));
        assertThat(Judge.next(indeterminate(0), Observation.done("so"), at(1, NEVER)))
                .isInstanceOfSatisfying(Move.Succeed.class, succeed -> assertThat(succeed.effect())
                        .isEqualTo(Effect.APPLIED));
    }

    @Test
    void shouldSayThatAFenceIsPending() {
        Observation pending = new Done(Extent.PENDING, "no answer", null, List.of());

        assertThat(Judge.next(ACCEPTED, pending, at(0, SOON)))
                .isInstanceOfSatisfying(Move.Succeed.class, succeed -> assertThat(succeed.effect())
                        .isEqualTo(Effect.PENDING));
    }

    @Test
    void shouldChangeOnlyWhatWasObservedNotToBeSo() {
        assertThat(Judge.next(ACCEPTED, DUE, at(0, NEVER))).isInstanceOf(Move.Change.class);
        assertThat(Judge.next(ACCEPTED, Observation.inProgress("under way"), at(0, NEVER)))
                .isInstanceOf(Move.LookAgain.class);
        assertThat(Judge.next(ACCEPTED, new Observation.Unknown(ErrorClass.TRANSIENT, "?", ""), at(0, NEVER)))
                .isInstanceOf(Move.LookAgain.class);
    }

    @Test
    void shouldStartNothingOnceExpiredOrSuperseded() {
        assertThat(Judge.next(ACCEPTED, DUE, startedAt(61)))
                .isInstanceOfSatisfying(
                        Move.Refuse.class, refuse -> assertThat(refuse.reason()).isEqualTo(StepRefused.Reason.EXPIRED));
        assertThat(Judge.next(ACCEPTED, DUE, superseded(0, NEVER)))
                .isInstanceOfSatisfying(Move.Refuse.class, refuse -> assertThat(refuse.reason())
                        .isEqualTo(StepRefused.Reason.STALE_EPOCH));
    }

    @Test
    void shouldGoOnTryingPastTheExpiryOnceItHasStartedInTime() {
        assertThat(Judge.next(ACCEPTED, DUE, at(61, NEVER))).isInstanceOf(Move.Change.class);
    }

    @Test
    void shouldNeverRepeatWhatMustNotBeRepeated() {
        assertThat(Judge.next(indeterminate(0), DUE, at(59, NEVER))).isInstanceOf(Move.LookAgain.class);
        assertThat(Judge.next(indeterminate(0), DUE, at(60, NEVER))).isInstanceOf(Move.Ask.class);
        assertThat(Judge.next(applied(0), DUE, at(60, NEVER))).isInstanceOf(Move.Ask.class);
    }

    @Test
    void shouldRepeatAHarmlessChangeOnceAStaleAnswerIsUnlikely() {
        assertThat(Judge.next(applied(0), DUE, at(9, SOON))).isInstanceOf(Move.LookAgain.class);
        assertThat(Judge.next(applied(0), DUE, at(10, SOON))).isInstanceOf(Move.Change.class);
        assertThat(Judge.next(applied(0), DUE, superseded(10, SOON))).isInstanceOf(Move.Fail.class);
    }

    @Test
    void shouldGoOnToTheNextChangeAtOnce() {
        Observation next = Observation.notStarted("second", "and this");

        assertThat(Judge.next(applied(0), next, at(1, NEVER))).isInstanceOf(Move.Change.class);
    }

    @Test
    void shouldFollowWhatIsUnderWayPastTheBudget() {
        assertThat(Judge.next(applied(0), Observation.inProgress("under way"), at(1_000, NEVER)))
                .isInstanceOf(Move.LookAgain.class);
        assertThat(Judge.next(applied(0), Observation.inProgress("under way"), superseded(1_000, NEVER)))
                .isInstanceOf(Move.LookAgain.class);
    }

    @Test
    void shouldTakeWhatIsEnoughWhenTheBudgetIsNearlySpent() {
        Observation most = new Observation.InProgress("2 of 3", new Done(Extent.DEGRADED, "2 of 3", null, List.of()));

        assertThat(Judge.next(applied(0), most, at(89, SOON))).isInstanceOf(Move.LookAgain.class);
        assertThat(Judge.next(applied(0), most, at(90, SOON)))
                .isInstanceOfSatisfying(Move.Succeed.class, succeed -> assertThat(succeed.effect())
                        .isEqualTo(Effect.DEGRADED));
    }

    @Test
    void shouldWaitForWhatIsNotSoUntilTheBudgetIsSpent() {
        Observation notSo = new Observation.NotSo("not yet", "wait");

        assertThat(Judge.next(applied(0), notSo, at(99, SOON))).isInstanceOf(Move.LookAgain.class);
        assertThat(Judge.next(applied(0), notSo, at(100, SOON)))
                .isInstanceOfSatisfying(
                        Move.Fail.class, fail -> assertThat(fail.errorClass()).isEqualTo(ErrorClass.NOT_SO));
    }

    @Test
    void shouldNotCallWhatWasSentAFailureBecauseNobodyCanLook() {
        Observation blind = new Observation.Unknown(ErrorClass.ACCESS_DENIED, "denied", "allow it");

        assertThat(Judge.next(ACCEPTED, blind, at(1, NEVER))).isInstanceOf(Move.Fail.class);
        assertThat(Judge.next(indeterminate(0), blind, at(99, NEVER))).isInstanceOf(Move.LookAgain.class);
        assertThat(Judge.next(indeterminate(0), blind, at(100, NEVER))).isInstanceOf(Move.Ask.class);
    }

    @Test
    void shouldOnlySayWhatItWouldDoWhenSimulated() {
        Circumstances simulated = new Circumstances(
                T0,
                T0,
                T0,
                T0.plusSeconds(60),
                T0.plusSeconds(100),
                Duration.ofSeconds(60),
                NEVER,
                Mode.SIMULATED,
                false);

        assertThat(Judge.next(ACCEPTED, DUE, simulated))
                .isInstanceOfSatisfying(
                        Move.Succeed.class,
                        succeed -> assertThat(succeed.done().detail()).contains("nothing was changed"));
    }

    @Test
    void shouldTryAgainAfterARejectionThatMayPass() {
        CallFailedException throttled = CallFailedException.rejected(ErrorClass.THROTTLED, "slow down", "wait", null);
        CallFailedException busy = CallFailedException.rejected(ErrorClass.INVALID_STATE, "busy", "wait", null);
        CallFailedException denied = CallFailedException.rejected(ErrorClass.ACCESS_DENIED, "no", "allow", null);

        assertThat(Judge.afterRejection(throttled, T0, at(99, NEVER))).isInstanceOf(Move.LookAgain.class);
        assertThat(Judge.afterRejection(throttled, T0, at(100, NEVER))).isInstanceOf(Move.Fail.class);
        assertThat(Judge.afterRejection(busy, T0, at(59, NEVER))).isInstanceOf(Move.LookAgain.class);
        assertThat(Judge.afterRejection(busy, T0, at(60, NEVER))).isInstanceOf(Move.Fail.class);
        assertThat(Judge.afterRejection(denied, T0, at(0, NEVER))).isInstanceOf(Move.Fail.class);
    }

    private static RunState.Applied applied(long atSecond) {
        return ACCEPTED.intend(intent(atSecond)).answered(JsonNodeFactory.instance.objectNode());
    }

    private static RunState.Indeterminate indeterminate(long atSecond) {
        return ACCEPTED.intend(intent(atSecond)).lost("no answer");
    }

    private static Intent intent(long atSecond) {
        return new Intent("change", JsonNodeFactory.instance.objectNode(), T0.plusSeconds(atSecond));
    }

    private static Circumstances at(long second, Repeat repeat) {
        return circumstances(second, repeat, false);
    }

    private static Circumstances superseded(long second, Repeat repeat) {
        return circumstances(second, repeat, true);
    }

    private static Circumstances startedAt(long second) {
        return circumstances(second, second, NEVER, false);
    }

    private static Circumstances circumstances(long second, Repeat repeat, boolean superseded) {
        return circumstances(second, 0, repeat, superseded);
    }

    private static Circumstances circumstances(long second, long started, Repeat repeat, boolean superseded) {
        return new Circumstances(
                T0.plusSeconds(second),
                T0,
                T0.plusSeconds(started),
                T0.plusSeconds(60),
                T0.plusSeconds(100),
                Duration.ofSeconds(60),
                repeat,
                Mode.LIVE,
                superseded);
    }
}
