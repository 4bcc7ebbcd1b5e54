package io.lifeboat.coordinator.execution;

import static io.lifeboat.coordinator.execution.Steps.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.contract.incident.ExecutionPaused;
import io.lifeboat.contract.incident.StepSettled;
import io.lifeboat.contract.step.ErrorClass;
import io.lifeboat.contract.step.StepFailed;
import io.lifeboat.contract.step.StepRefused.Reason;
import io.lifeboat.contract.step.StepSucceeded.Effect;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FailureTest {

    @ParameterizedTest
    @EnumSource(names = {"THROTTLED", "TRANSIENT"})
    void shouldRetryWhatAnotherAttemptMayCureAfterAWaitThatDoubles(ErrorClass errorClass) {
        Run run = Run.of(step("scale", "ecs.scale")).fails("scale", errorClass, true);

        assertThat(run.due()).isEqualTo(run.now().plusSeconds(1));
        assertThat(run.waits(Duration.ofSeconds(1)).commanded()).containsExactly("scale/1", "scale/2");
        run.fails("scale", errorClass, true);
        assertThat(run.due()).isEqualTo(run.now().plusSeconds(2));
    }

    @Test
    void shouldPauseWhenTheRetriesAreUsedUp() {
        Run run = Run.of(step("scale", "ecs.scale"));

        run.fails("scale", ErrorClass.TRANSIENT, true).waits(Duration.ofSeconds(1));
        run.fails("scale", ErrorClass.TRANSIENT, true).waits(Duration.ofSeconds(2));
        run.fails("scale", ErrorClass.TRANSIENT, true);

        assertThat(run.state()).isInstanceOf(ExecutionState.Paused.class);
        assertThat(run.commanded()).containsExactly("scale/1", "scale/2", "scale/3");
        assertThat(run.only(StepSettled.class).attempt()).isEqualTo(3);
    }

    @Test
    void shouldAskInsteadOfRetryingWhatHasUsedUpItsBudget() {
        Run run = Run.of(step("scale", "ecs.scale"));

        run.hears(new StepFailed(
                run.ref("scale"), ErrorClass.TRANSIENT, true, Duration.ofMinutes(5), "the budget is spent", "retry"));

        assertThat(run.state()).isInstanceOf(ExecutionState.Paused.class);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"THROTTLED", "TRANSIENT"})
    void shouldPauseAndPageForEveryOtherClass(ErrorClass errorClass) {
        Run run = Run.of(step("scale", "ecs.scale"), step("roll", "ecs.redeploy", "scale"));

        run.fails("scale", errorClass, true);

        assertThat(run.only(ExecutionPaused.class).stepId()).isEqualTo("scale");
        assertThat(run.questions()).hasSize(1);
        assertThat(run.questions().getFirst().text()).contains("it broke").contains("mend it, then retry");
        assertThat(run.commanded()).containsExactly("scale/1");
    }

    @Test
    void shouldNeverRepeatAnIrreversibleActionByItself() {
        Run run = Run.of(step("promote", "aurora.failover"));

        run.fails("promote", ErrorClass.THROTTLED, true).waits(Duration.ofHours(1));

        assertThat(run.commanded()).containsExactly("promote/1");
        assertThat(run.state()).isInstanceOf(ExecutionState.Paused.class);
    }

    @Test
    void shouldLetParallelStepsRunOnWhilePausedAndStartNothingNew() {
        Run run = Run.of(Steps.shop()).succeeds("freeze", "fence").fails("scale", ErrorClass.CAPACITY, false);

        run.succeeds("promote");

        assertThat(run.step("promote")).isInstanceOf(StepState.Succeeded.class);
        assertThat(run.commanded()).doesNotContain("roll/1");
    }

    @ParameterizedTest
    @EnumSource(names = {"EXPIRED", "BEFORE_FIRST_START"})
    void shouldSendANewCommandWhereTheOldOneWasTooOld(Reason reason) {
        Run run = Run.of(step("scale", "ecs.scale"));

        run.refuses("scale", reason);

        assertThat(run.commanded()).containsExactly("scale/1", "scale/2");
    }

    @Test
    void shouldPauseWhereTheRefusalIsForGood() {
        Run run = Run.of(step("scale", "ecs.scale"));

        run.refuses("scale", Reason.UNKNOWN_ACTION);

        assertThat(run.only(ExecutionPaused.class).reason()).contains("start an executor that knows this action");
    }

    @Test
    void shouldTakeALostLeaseAsNewsForAnotherInstanceHasTheRun() {
        Run run = Run.of(step("scale", "ecs.scale"));

        run.refuses("scale", Reason.LEASE_LOST).succeeds("scale");

        assertThat(run.state()).isInstanceOf(ExecutionState.Completed.class);
    }

    @Test
    void shouldAskForAKeyWhereTheOldWriterIsUnreachableAndNobodyAcceptedThat() {
        Run run = Run.of(false, step("fence", "fence"), step("promote", "aurora.failover", "fence"));

        run.succeeds("fence", Effect.PENDING);

        assertThat(run.step("fence")).isInstanceOf(StepState.NeedsPerson.class);
        assertThat(run.commanded()).containsExactly("fence/1");
        assertThat(run.questions()).hasSize(1);
    }
}
