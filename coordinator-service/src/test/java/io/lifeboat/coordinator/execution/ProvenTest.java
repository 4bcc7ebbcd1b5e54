package io.lifeboat.coordinator.execution;

import static io.lifeboat.coordinator.execution.Steps.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.contract.plan.Step.OnFailure;
import io.lifeboat.contract.step.ErrorClass;
import io.lifeboat.coordinator.execution.verb.Pause;
import io.lifeboat.coordinator.execution.verb.SkipStep;
import org.junit.jupiter.api.Test;

/** Which execution proves that its plan works, and which has gone wrong. */
class ProvenTest {

    @Test
    void shouldBeProvenByEachStepCarriedOut() {
        Run run = Run.of(step("promote", "aurora.failover"), step("shift", "traffic.switch", "promote"));

        assertThat(run.succeeds("promote").execution().isProven()).isFalse();
        assertThat(run.succeeds("shift").execution().isProven()).isTrue();
    }

    @Test
    void shouldNotBeProvenWhenAPersonLeftAStepOut() {
        Run run = Run.of(step("promote", "aurora.failover"), step("shift", "traffic.switch", "promote"));

        run.fails("promote", ErrorClass.PERMANENT, false)
                .says(new SkipStep("promote", Run.COMMANDER))
                .succeeds("shift");

        assertThat(run.state()).isEqualTo(new ExecutionState.Completed());
        assertThat(run.execution().isProven()).isFalse();
    }

    @Test
    void shouldBeProvenThoughAStepFailedThatThePlanLetsPass() {
        Run run = Run.of(step("promote", "aurora.failover"), step("tell", "notify", OnFailure.CONTINUE, "promote"));

        run.succeeds("promote").fails("tell", ErrorClass.PERMANENT, false);

        assertThat(run.execution().isProven()).isTrue();
    }

    @Test
    void shouldBeFailingWhereAStepWentWrongAndNotWhereAPersonPaused() {
        Run failed = Run.of(step("promote", "aurora.failover")).fails("promote", ErrorClass.PERMANENT, false);
        Run paused = Run.of(step("promote", "aurora.failover")).says(new Pause(Run.COMMANDER));

        assertThat(failed.execution().isFailing()).isTrue();
        assertThat(paused.execution().isFailing()).isFalse();
    }
}
