package io.lifeboat.coordinator.execution;

import static io.lifeboat.coordinator.execution.Run.COMMANDER;
import static io.lifeboat.coordinator.execution.Steps.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.contract.command.RunStep;
import io.lifeboat.contract.incident.ExecutionPaused;
import io.lifeboat.contract.step.StepRef;
import io.lifeboat.contract.step.StepRefused;
import io.lifeboat.contract.step.StepSucceeded;
import io.lifeboat.contract.step.StepSucceeded.Effect;
import io.lifeboat.coordinator.execution.verb.Abort;
import io.lifeboat.coordinator.execution.verb.Resume;
import io.lifeboat.coordinator.execution.verb.RetryStep;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An execution that is open in a database that went back. */
class RestoredTest {

    @Test
    void shouldStartNothingAndAskOnceSayingWhatIsNotKnown() {
        Run run = inFlight();
        List<String> before = run.commanded();

        run.isRestored(2).waits(Duration.ofHours(1)).isRestored(2);

        assertThat(run.state()).isInstanceOf(ExecutionState.Paused.class);
        assertThat(run.commanded()).isEqualTo(before);
        assertThat(run.all(ExecutionPaused.class)).hasSize(1);
        assertThat(run.questions()).singleElement().satisfies(asked -> assertThat(asked.text())
                .contains("restored")
                .contains("promote, scale is not known")
                .contains("resume"));
    }

    @Test
    void shouldTakeWhatIsToldAgainForAFactAndCommandNothing() {
        Run run = inFlight();
        List<String> before = run.commanded();

        run.isRestored(2).succeeds("promote", "scale");

        assertThat(run.execution().done()).contains("promote", "scale");
        assertThat(run.state()).isInstanceOf(ExecutionState.Paused.class);
        assertThat(run.commanded()).isEqualTo(before);
    }

    @Test
    void shouldTakeForAFactWhatCameOfAStepItDoesNotRememberCommanding() {
        Run run = inFlight().isRestored(2).succeeds("promote", "scale");
        List<String> before = run.commanded();

        run.hears(toldAgain(run.ref("roll", 1)));

        assertThat(run.execution().done()).contains("roll");
        assertThat(run.state()).isInstanceOf(ExecutionState.Paused.class);
        assertThat(run.commanded()).isEqualTo(before);
        run.says(new Resume(COMMANDER));
        assertThat(run.commanded().subList(before.size(), run.commanded().size()))
                .isNotEmpty()
                .doesNotContain("roll");
    }

    @Test
    void shouldTakeForAFactThatALaterAttemptCameAboutThanItRemembers() {
        Run run = inFlight().isRestored(2);

        run.hears(toldAgain(run.ref("scale", 2)));

        assertThat(run.execution().done()).contains("scale");
        assertThat(run.step("scale").attempt()).isEqualTo(2);
    }

    @Test
    void shouldNotTakeForAFactWhatNoForgottenAttemptCanHaveBeen() {
        Run run = inFlight();
        run.hears(toldAgain(run.ref("roll", 1)));
        assertThat(run.step("roll")).as("nothing was restored").isInstanceOf(StepState.Pending.class);

        run.isRestored(2);
        run.hears(toldAgain(run.ref("roll", run.execution().recalled().forgottenAttempts() + 1)));
        assertThat(run.step("roll")).isInstanceOf(StepState.Pending.class);
    }

    @Test
    void shouldCommandWhatWasInFlightAnewOnceAPersonResumesButNoPromotion() {
        Run run = inFlight().isRestored(2);
        int before = run.commanded().size();

        run.says(new Resume(COMMANDER));

        assertThat(run.state()).isInstanceOf(ExecutionState.Running.class);
        List<RunStep> since =
                run.all(RunStep.class).subList(before, run.commanded().size());
        assertThat(since).extracting(RunStep::stepId).containsExactly("scale");
        assertThat(run.step("promote")).isInstanceOf(StepState.Indeterminate.class);
    }

    @Test
    void shouldAskAboutThePromotionAsEverWhenNobodySaysAnythingAboutIt() {
        Run run = inFlight().isRestored(2).says(new Resume(COMMANDER)).accepts("scale");

        run.waits(Duration.ofMinutes(1));

        assertThat(run.questions()).singleElement().satisfies(asked -> assertThat(asked.text())
                .contains("step promote"));
        run.says(new RetryStep("promote", COMMANDER));
        assertThat(run.all(RunStep.class).getLast().stepId()).isEqualTo("promote");
    }

    /** A forgotten attempt's id is known to executors, and what was told of it is told again. */
    @Test
    void shouldCommandUnderNumbersThatNoForgottenAttemptHad() {
        Run run = inFlight().isRestored(2).succeeds("promote", "scale").says(new Resume(COMMANDER));
        int forgotten = run.execution().recalled().forgottenAttempts();

        assertThat(forgotten).isGreaterThanOrEqualTo((int)
                (run.now().getEpochSecond() - run.execution().ref().epoch()));
        assertThat(run.all(RunStep.class).getLast())
                .satisfies(roll -> assertThat(roll.stepId()).isEqualTo("roll"))
                .satisfies(roll -> assertThat(roll.attempt()).isGreaterThan(forgotten));
        run.hears(toldAgain(run.ref("roll", 1)));
        assertThat(run.step("roll")).isInstanceOf(StepState.Commanded.class);
    }

    @Test
    void shouldNotGoBackInNumbersWhenTheDatabaseGoesBackOnceMore() {
        Run run = inFlight().isRestored(2);
        int first = run.execution().recalled().forgottenAttempts();

        run.says(new Resume(COMMANDER)).waits(Duration.ofSeconds(1)).isRestored(3);

        assertThat(run.state()).isInstanceOf(ExecutionState.Paused.class);
        assertThat(run.execution().recalled().forgottenAttempts()).isGreaterThan(first);
    }

    /** Executors refuse what was sent before the restore; their word alone commands nothing either. */
    @Test
    void shouldNotRepeatWhatAnExecutorRefusesForTheRestoreBeforeAPersonResumes() {
        Run run = inFlight().isRestored(2);
        List<String> before = run.commanded();

        run.refuses("scale", StepRefused.Reason.BEFORE_FIRST_START).waits(Duration.ofMinutes(5));

        assertThat(run.commanded()).isEqualTo(before);
    }

    @Test
    void shouldAskAtOnceAboutWhatAnAbortWaitsFor() {
        Run run = Run.of(step("a", "ecs.scale")).accepts("a").says(new Abort(COMMANDER));

        run.isRestored(2);

        assertThat(run.state()).isInstanceOf(ExecutionState.Aborting.class);
        assertThat(run.questions()).singleElement().satisfies(asked -> assertThat(asked.text())
                .contains("the abort waits for step a")
                .contains("restored"));
    }

    @Test
    void shouldLeaveWhatHasEndedAsItIs() {
        Run run = Run.of(step("a", "freeze")).succeeds("a");

        assertThat(run.isRestored(2).state()).isInstanceOf(ExecutionState.Completed.class);
        assertThat(run.questions()).isEmpty();
    }

    private static StepSucceeded toldAgain(StepRef ref) {
        return new StepSucceeded(ref, Effect.APPLIED, Duration.ofSeconds(1), "told again", null, List.of());
    }

    private static Run inFlight() {
        return Run.of(Steps.shop())
                .succeeds("freeze", "fence")
                .accepts("promote")
                .accepts("scale");
    }
}
