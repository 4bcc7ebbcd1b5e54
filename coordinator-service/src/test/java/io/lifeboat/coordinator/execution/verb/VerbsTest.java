package io.lifeboat.coordinator.execution.verb;

import static io.lifeboat.coordinator.execution.Run.COMMANDER;
import static io.lifeboat.coordinator.execution.Steps.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.contract.command.RetireEpoch;
import io.lifeboat.contract.incident.ExecutionAborted;
import io.lifeboat.contract.incident.ExecutionPaused;
import io.lifeboat.contract.incident.ExecutionResumed;
import io.lifeboat.contract.incident.StepSettled;
import io.lifeboat.contract.step.ErrorClass;
import io.lifeboat.contract.step.StepRefused.Reason;
import io.lifeboat.contract.step.StepSucceeded.Effect;
import io.lifeboat.coordinator.execution.Ending;
import io.lifeboat.coordinator.execution.ExecutionState;
import io.lifeboat.coordinator.execution.Run;
import io.lifeboat.coordinator.execution.StepState;
import io.lifeboat.coordinator.execution.Steps;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class VerbsTest {

    @Test
    void shouldStartNothingNewWhilePausedAndGoOnWhenResumed() {
        Run run = Run.of(Steps.shop()).says(new Pause(COMMANDER)).succeeds("freeze");
        assertThat(run.commanded()).containsExactly("freeze/1");

        run.says(new Resume(COMMANDER));

        assertThat(run.commanded()).containsExactly("freeze/1", "fence/1");
        assertThat(run.only(ExecutionPaused.class).act()).isEqualTo(COMMANDER);
        assertThat(run.only(ExecutionResumed.class).act()).isEqualTo(COMMANDER);
        assertThat(run.questions()).isEmpty();
    }

    @Test
    void shouldRetryAFailedStepUnderANewAttemptAndGoOn() {
        Run run = failedAtScale();

        run.says(new RetryStep("scale", COMMANDER));

        assertThat(run.commanded()).endsWith("scale/2");
        assertThat(run.state()).isInstanceOf(ExecutionState.Running.class);
        assertThat(run.only(ExecutionResumed.class).act()).isEqualTo(COMMANDER);
    }

    @Test
    void shouldLetAPersonRetryWhatIsIrreversible() {
        Run run = Run.of(step("promote", "aurora.failover")).fails("promote", ErrorClass.INVALID_STATE, false);

        run.says(new RetryStep("promote", COMMANDER)).succeeds("promote");

        assertThat(run.commanded()).containsExactly("promote/1", "promote/2");
        assertThat(run.state()).isInstanceOf(ExecutionState.Completed.class);
    }

    @Test
    void shouldGoOnWithoutASkippedStepAndSayWhoSkippedIt() {
        Run run = failedAtScale().succeeds("promote");

        run.says(new SkipStep("scale", COMMANDER));

        assertThat(run.commanded()).endsWith("roll/1");
        assertThat(run.all(StepSettled.class).getLast())
                .extracting(StepSettled::outcome, StepSettled::act)
                .containsExactly(StepSettled.Outcome.SKIPPED, COMMANDER);
    }

    @Test
    void shouldTakeDoneAsTheAnswerToAQuestion() {
        Run run = Run.of(step("ask", "manual"), step("after", "freeze", "ask")).asks("ask");

        run.says(new StepDone("ask", COMMANDER));

        assertThat(run.commanded()).containsExactly("ask/1", "after/1");
        assertThat(run.only(StepSettled.class).outcome()).isEqualTo(StepSettled.Outcome.SUCCEEDED);
    }

    @Test
    void shouldKeepAnAcceptedFencePending() {
        Run run = Run.of(false, step("fence", "fence")).succeeds("fence", Effect.PENDING);

        run.says(new StepDone("fence", COMMANDER));

        assertThat(run.step("fence"))
                .isInstanceOfSatisfying(StepState.Succeeded.class, done -> assertThat(done.effect())
                        .isEqualTo(Effect.PENDING));
    }

    @Test
    void shouldStayPausedUntilEveryCauseIsSettled() {
        Run run = Run.of(step("a", "ecs.scale"), step("b", "ecs.scale"))
                .fails("a", ErrorClass.CAPACITY, false)
                .fails("b", ErrorClass.CAPACITY, false);

        run.says(new SkipStep("a", COMMANDER));

        assertThat(run.state()).isInstanceOf(ExecutionState.Paused.class);
        assertThat(run.says(new SkipStep("b", COMMANDER)).state()).isInstanceOf(ExecutionState.Completed.class);
    }

    @Test
    void shouldWaitForWhatIsInFlightBeforeItIsAborted() {
        Run run = Run.of(Steps.shop()).succeeds("freeze", "fence").accepts("promote");

        run.says(new Abort(COMMANDER)).refuses("scale", Reason.STALE_EPOCH);

        assertThat(run.state()).isInstanceOf(ExecutionState.Aborting.class);
        assertThat(run.only(RetireEpoch.class).epoch()).isEqualTo(7);
        run.succeeds("promote");
        assertThat(run.state()).isEqualTo(new ExecutionState.Aborted(COMMANDER, Ending.ABORTED));
        ExecutionAborted aborted = run.only(ExecutionAborted.class);
        assertThat(aborted.done()).containsExactly("freeze", "fence", "promote");
        assertThat(aborted.running()).containsExactly("promote", "scale");
        assertThat(aborted.nextSafeVerb()).contains("Do not go back to eu-west-1");
        assertThat(run.commanded()).doesNotContain("roll/1");
    }

    @Test
    void shouldEndAtOnceWhenNothingIsInFlight() {
        Run run = Run.of(step("ask", "manual")).asks("ask");

        run.says(new Abort(COMMANDER));

        assertThat(run.state()).isInstanceOf(ExecutionState.Aborted.class);
        assertThat(run.only(ExecutionAborted.class).nextSafeVerb()).contains("nothing was promoted");
    }

    @Test
    void shouldRetryNothingOnceAborted() {
        Run run = Run.of(step("a", "ecs.scale"), step("b", "ecs.scale")).fails("a", ErrorClass.TRANSIENT, true);

        run.says(new Abort(COMMANDER)).fails("b", ErrorClass.TRANSIENT, true).waits(Duration.ofMinutes(1));

        assertThat(run.commanded()).containsExactly("a/1", "b/1");
        assertThat(run.state()).isInstanceOf(ExecutionState.Aborted.class);
    }

    @Test
    void shouldAskAPersonAboutASilentStepThatKeepsAnAbortFromEnding() {
        Run run = Run.of(step("promote", "aurora.failover")).accepts("promote").says(new Abort(COMMANDER));

        run.waits(Duration.ofMinutes(5));

        assertThat(run.questions()).hasSize(1);
        run.says(new StepDone("promote", COMMANDER));
        assertThat(run.state()).isInstanceOf(ExecutionState.Aborted.class);
    }

    @Test
    void shouldPauseAndAskOnceWhenTheOutageIsOverBeforeThePointOfNoReturn() {
        Run run = Run.of(Steps.shop()).outageIsOver().outageIsOver();
        assertThat(run.state()).isInstanceOf(ExecutionState.Paused.class);
        assertThat(run.questions()).hasSize(1);

        run.says(new Resume(COMMANDER)).outageIsOver();

        assertThat(run.state()).isInstanceOf(ExecutionState.Running.class);
    }

    @Test
    void shouldGoOnWhenTheOutageIsOverPastThePointOfNoReturn() {
        Run run = Run.of(Steps.shop()).succeeds("freeze", "fence");

        run.outageIsOver();

        assertThat(run.state()).isInstanceOf(ExecutionState.Running.class);
    }

    @Test
    void shouldGoOnWithASwitchoverThoughTheRegionLeftAnswers() {
        Run run = Run.planned(Steps.shop()).outageIsOver();

        assertThat(run.state()).isInstanceOf(ExecutionState.Running.class);
    }

    @Test
    void shouldSayWhichVerbsAreLegal() {
        assertThat(LegalVerbs.of(Run.of(step("a", "ecs.scale")).execution())).containsExactly("abort", "pause");
        assertThat(LegalVerbs.of(failedAtScale().execution()))
                .contains("abort", "retry scale", "skip scale", "done scale")
                .doesNotContain("resume", "pause", "retry promote");
    }

    @Test
    void shouldRefuseAVerbThatIsNotLegalNow() {
        Run run = Run.of(step("a", "ecs.scale"));

        assertThatThrownBy(() -> run.says(new RetryStep("a", COMMANDER)))
                .isInstanceOfSatisfying(
                        IllegalVerbException.class, e -> assertThat(e.legal()).containsExactly("abort", "pause"))
                .hasMessage("cannot retry a while the execution is running");
    }

    private static Run failedAtScale() {
        return Run.of(Steps.shop()).succeeds("freeze", "fence").fails("scale", ErrorClass.CAPACITY, false);
    }
}
