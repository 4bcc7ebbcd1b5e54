package io.lifeboat.coordinator.execution;

import static io.lifeboat.coordinator.execution.Steps.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.contract.incident.ExecutionPaused;
import io.lifeboat.contract.incident.ExecutionResumed;
import io.lifeboat.contract.step.ErrorClass;
import io.lifeboat.coordinator.execution.verb.Pause;
import io.lifeboat.coordinator.execution.verb.Resume;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Budgets are five minutes, commands expire after a minute and five seconds of grace, silence is a minute. */
class TimersTest {

    @Test
    void shouldSendAgainWhatNobodyTookBeforeItExpired() {
        Run run = Run.of(step("scale", "ecs.scale"));

        assertThat(run.waits(Duration.ofSeconds(64)).commanded()).containsExactly("scale/1");
        assertThat(run.waits(Duration.ofSeconds(1)).commanded()).containsExactly("scale/1", "scale/2");
    }

    @Test
    void shouldPauseWhenNobodyTakesItHoweverOftenItIsSent() {
        Run run = Run.of(step("scale", "ecs.scale"));

        run.waits(Duration.ofSeconds(65)).waits(Duration.ofSeconds(65)).waits(Duration.ofSeconds(65));

        assertThat(run.only(ExecutionPaused.class).reason()).contains("no executor took the command");
        assertThat(run.commanded()).hasSize(3);
    }

    @Test
    void shouldAskInsteadOfSendingAnIrreversibleActionAgain() {
        Run run = Run.of(step("promote", "aurora.failover"));

        run.waits(Duration.ofSeconds(65)).waits(Duration.ofHours(1));

        assertThat(run.commanded()).containsExactly("promote/1");
        assertThat(run.step("promote")).isInstanceOf(StepState.Indeterminate.class);
        assertThat(run.questions()).hasSize(1);
    }

    @Test
    void shouldBeIndeterminateAndGoOnWhileTheCloudReportsProgressPastTheBudget() {
        Run run = Run.of(step("promote", "aurora.failover")).accepts("promote");
        run.waits(Duration.ofSeconds(280)).progresses("promote", "failing-over");

        run.waits(Duration.ofSeconds(20));

        assertThat(run.step("promote")).isInstanceOf(StepState.Indeterminate.class);
        assertThat(run.state()).isInstanceOf(ExecutionState.Running.class);
        assertThat(run.questions()).isEmpty();
        assertThat(run.succeeds("promote").state()).isInstanceOf(ExecutionState.Completed.class);
    }

    @Test
    void shouldPauseAndPageWhenNobodySaysAnythingPastTheBudget() {
        Run run = Run.of(step("promote", "aurora.failover")).accepts("promote");

        run.waits(Duration.ofMinutes(5));

        assertThat(run.state()).isInstanceOf(ExecutionState.Paused.class);
        assertThat(run.questions()).hasSize(1);
        assertThat(run.waits(Duration.ofHours(1)).questions()).hasSize(1);
    }

    @Test
    void shouldPauseWhenTheNewsStopsPastTheBudget() {
        Run run = Run.of(step("promote", "aurora.failover")).accepts("promote");
        run.waits(Duration.ofSeconds(280)).progresses("promote", "failing-over").waits(Duration.ofSeconds(20));

        run.waits(Duration.ofSeconds(40));

        assertThat(run.only(ExecutionPaused.class).reason()).contains("failing-over");
    }

    @Test
    void shouldWaitOnceMoreForASilentStepWhenAPersonSaysGoOn() {
        Run run = Run.of(step("promote", "aurora.failover")).accepts("promote").waits(Duration.ofMinutes(5));

        run.says(new Resume(Run.COMMANDER));

        assertThat(run.state()).isInstanceOf(ExecutionState.Running.class);
        assertThat(run.due()).isEqualTo(run.now().plus(Duration.ofMinutes(1)));
        assertThat(run.waits(Duration.ofMinutes(1)).state()).isInstanceOf(ExecutionState.Paused.class);
    }

    @Test
    void shouldPauseWhenAQuestionIsNotAnsweredInTime() {
        Run run = Run.of(step("ask", "manual"), step("beside", "ecs.scale")).asks("ask");
        assertThat(run.state()).isInstanceOf(ExecutionState.Running.class);

        run.succeeds("beside").waits(Duration.ofMinutes(10));

        assertThat(run.state()).isInstanceOf(ExecutionState.Paused.class);
        assertThat(run.questions()).singleElement().satisfies(question -> assertThat(question.text())
                .contains("no answer in time"));
    }

    @Test
    void shouldGoOnByItselfWhenASilentStepHasSucceededAfterAll() {
        Run run = Run.of(step("promote", "aurora.failover"), step("scale", "ecs.scale", "promote"))
                .accepts("promote")
                .waits(Duration.ofMinutes(5));
        assertThat(run.state()).isInstanceOf(ExecutionState.Paused.class);

        run.succeeds("promote");

        assertThat(run.state()).isInstanceOf(ExecutionState.Running.class);
        assertThat(run.only(ExecutionResumed.class).act()).isNull();
        assertThat(run.questions()).isEmpty();
        assertThat(run.commanded()).contains("scale/1");
    }

    @Test
    void shouldGoOnByItselfWhenWhatNobodySeemedToTakeHasSucceeded() {
        Run run = Run.of(step("promote", "aurora.failover"), step("scale", "ecs.scale", "promote"))
                .waits(Duration.ofSeconds(65));

        run.succeeds("promote");

        assertThat(run.questions()).isEmpty();
        assertThat(run.commanded()).containsExactly("promote/1", "scale/1");
    }

    @Test
    void shouldStayPausedByAPersonWhenASilentStepHasSucceeded() {
        Run run = Run.of(step("promote", "aurora.failover"), step("scale", "ecs.scale", "promote"))
                .accepts("promote")
                .says(new Pause(Run.COMMANDER))
                .waits(Duration.ofMinutes(5));

        run.succeeds("promote");

        assertThat(run.state()).isInstanceOf(ExecutionState.Paused.class);
        assertThat(run.all(ExecutionResumed.class)).isEmpty();
        assertThat(run.commanded()).containsExactly("promote/1");
        assertThat(run.says(new Resume(Run.COMMANDER)).commanded()).contains("scale/1");
    }

    @Test
    void shouldStayPausedForAnotherSilentStep() {
        Run run = Run.of(step("a", "ecs.scale"), step("b", "ecs.scale"), step("c", "ecs.scale", "a"))
                .accepts("a")
                .accepts("b")
                .waits(Duration.ofMinutes(5));

        run.succeeds("a");

        assertThat(run.state()).isInstanceOf(ExecutionState.Paused.class);
        assertThat(run.questions()).hasSize(1);
        assertThat(run.succeeds("b").commanded()).contains("c/1");
    }

    @Test
    void shouldSendNoRetryWhilePaused() {
        Run run = Run.of(step("a", "ecs.scale"), step("b", "ecs.scale"));
        run.fails("a", ErrorClass.TRANSIENT, true);
        run.fails("b", ErrorClass.CAPACITY, false);

        run.waits(Duration.ofMinutes(1));

        assertThat(run.commanded()).containsExactly("a/1", "b/1");
    }
}
