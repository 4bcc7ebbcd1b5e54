package io.lifeboat.coordinator.execution;

import static io.lifeboat.coordinator.execution.Steps.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.contract.Act;
import io.lifeboat.contract.incident.ExecutionCompleted;
import io.lifeboat.contract.incident.ObligationOpened;
import io.lifeboat.contract.incident.StepSettled;
import io.lifeboat.contract.plan.Step.OnFailure;
import io.lifeboat.contract.step.ErrorClass;
import io.lifeboat.contract.step.StepSucceeded.Effect;
import io.lifeboat.coordinator.execution.verb.Abort;
import io.lifeboat.coordinator.execution.verb.SkipStep;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GraphTest {

    @Test
    void shouldCommandEveryReadyStepAtOnce() {
        Run run = Run.of(Steps.shop());

        run.succeeds("freeze", "fence");

        assertThat(run.commanded()).containsExactly("freeze/1", "fence/1", "promote/1", "scale/1");
    }

    @Test
    void shouldWaitForEveryStepThatIsNeeded() {
        Run run = Run.of(Steps.shop());

        run.succeeds("freeze", "fence", "promote");

        assertThat(run.commanded()).doesNotContain("roll/1");
        assertThat(run.succeeds("scale").commanded()).contains("roll/1");
    }

    @Test
    void shouldCompleteWhenEveryStepEnded() {
        Run run = Run.of(Steps.shop());

        run.succeeds("freeze", "fence", "promote", "scale", "roll", "smoke", "shift", "verify", "tell");

        assertThat(run.state()).isEqualTo(new ExecutionState.Completed());
        assertThat(run.only(ExecutionCompleted.class).exceptions()).isEmpty();
        assertThat(run.all(StepSettled.class)).hasSize(9);
    }

    @Test
    void shouldGoOnAfterAFailureThePlanLetsPassAndNameIt() {
        Run run = Run.of(step("tell", "notify", OnFailure.CONTINUE), step("after", "freeze", "tell"));

        run.fails("tell", ErrorClass.PERMANENT, false).succeeds("after");

        assertThat(run.only(ExecutionCompleted.class).exceptions()).containsExactly("tell");
    }

    @Test
    void shouldCountADegradedStepAsOneThatServes() {
        Run run = Run.of(step("scale", "ecs.scale"), step("roll", "ecs.redeploy", "scale"));

        run.succeeds("scale", Effect.DEGRADED);

        assertThat(run.step("scale")).isInstanceOf(StepState.Degraded.class);
        assertThat(run.only(StepSettled.class).outcome()).isEqualTo(StepSettled.Outcome.DEGRADED);
        assertThat(run.commanded()).contains("roll/1");
    }

    @Test
    void shouldOweASnapshotAndNewProtectionAfterAFailover() {
        Run run = Run.of(step("promote", "aurora.failover"));

        run.succeeds("promote");

        assertThat(run.all(ObligationOpened.class))
                .extracting(ObligationOpened::kind)
                .containsExactly("copy-snapshot", "rebuild-protection");
    }

    @Test
    void shouldNotOweASecondTimeWhatTheMoveItFinishesOwes() {
        Run failedOver = Run.finishing(Map.of("promote", "aurora.failover"), step("promote", "aurora.failover"));
        Run switched = Run.finishing(Map.of("promote", "aurora.switchover"), step("promote", "aurora.failover"));
        Run again = Run.finishing(Map.of("promote", "aurora.failover"), step("promote", "aurora.failover"));

        failedOver.succeeds("promote", Effect.ALREADY_SO);
        switched.succeeds("promote", Effect.ALREADY_SO);
        again.succeeds("promote", Effect.APPLIED);

        assertThat(failedOver.all(ObligationOpened.class)).isEmpty();
        assertThat(switched.all(ObligationOpened.class))
                .extracting(ObligationOpened::kind)
                .containsExactly("rebuild-protection");
        assertThat(again.all(ObligationOpened.class)).hasSize(2);
    }

    @Test
    void shouldOweTheFenceThatCouldNotReachTheOldWriter() {
        Run run = Run.of(step("fence", "fence"));

        run.succeeds("fence", Effect.PENDING);

        assertThat(run.all(ObligationOpened.class))
                .extracting(ObligationOpened::kind)
                .containsExactly("fence-pending");
    }

    @Test
    void shouldOweNoFenceWhenItWasGivenUpBeforeAnythingMoved() {
        Run run = Run.of(false, step("fence", "fence"), step("promote", "aurora.failover", "fence"));
        run.succeeds("fence", Effect.PENDING);

        run.says(new Abort(Run.COMMANDER));

        assertThat(run.state()).isInstanceOf(ExecutionState.Aborted.class);
        assertThat(run.all(ObligationOpened.class)).isEmpty();
    }

    @Test
    void shouldOweTheLatchThatCouldNotReachTheRegionLeftAndAskNobody() {
        Run run = Run.of(false, step("latch", "traffic.latch"));

        run.succeeds("latch", Effect.PENDING);

        assertThat(run.state()).isInstanceOf(ExecutionState.Completed.class);
        assertThat(run.questions()).isEmpty();
        assertThat(run.all(ObligationOpened.class))
                .extracting(ObligationOpened::kind)
                .containsExactly("latch-pending");
    }

    @Test
    void shouldOweNothingAfterASwitchover() {
        Run run = Run.of(step("promote", "aurora.switchover"));

        run.succeeds("promote");

        assertThat(run.all(ObligationOpened.class)).isEmpty();
    }

    @Test
    void shouldCallTheApplicationMovedOnlyWhenWhatMovesItWasDone() {
        Run moved = Run.of(step("promote", "aurora.failover")).succeeds("promote");
        Run leftOut = Run.of(step("promote", "aurora.failover"))
                .fails("promote", ErrorClass.PERMANENT, false)
                .says(new SkipStep("promote", new Act("commander", "it is done by hand elsewhere")));

        assertThat(Obligations.hasMoved(moved.execution())).isTrue();
        assertThat(leftOut.state()).isEqualTo(new ExecutionState.Completed());
        assertThat(Obligations.hasMoved(leftOut.execution())).isFalse();
    }

    @Test
    void shouldOweEachPromotedDatabasesSnapshotUnderAnIdOfItsOwn() {
        Run run = Run.of(step("orders", "aurora.failover"), step("stock", "aurora.failover"));

        run.succeeds("orders", "stock");

        assertThat(run.all(ObligationOpened.class))
                .extracting(ObligationOpened::obligationId)
                .containsExactly(
                        "e1.copy-snapshot", "e1.rebuild-protection", "e1.copy-snapshot.2", "e1.rebuild-protection.2");
    }
}
